namespace MapThePaths.Benchmarks.Sending;

internal static class LargeCatalogRun
{
    public static int Start(int count) => count;
}
