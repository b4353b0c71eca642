using System.Text;
using MapThePaths.App.Cli;
using MapThePaths.App.Web;

// JSON lines are UTF-8 on every system.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

// No verb can forget it: what reaches a terminal or a pipe has gone through here.
using var output = new RedactingWriter(Console.Out);
using var errors = new RedactingWriter(Console.Error);
Console.SetOut(output);
Console.SetError(errors);

return await CommandLine.RunAsync(args, PageServer.StartAsync);
