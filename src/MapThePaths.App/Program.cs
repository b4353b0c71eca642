using System.Text;
using MapThePaths.App.Cli;

// JSON lines are UTF-8 on every system.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

return await CommandLine.RunAsync(args);
