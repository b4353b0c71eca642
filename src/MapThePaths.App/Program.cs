using MapThePaths.App.Cli;

return await CommandLine.RunAsync(args);
