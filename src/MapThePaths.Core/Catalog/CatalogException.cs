namespace MapThePaths.Core.Catalog;

/// <summary>The catalog cannot be used: a full disk, missing permissions, a damaged file. The message names the file and the next step.</summary>
public sealed class CatalogException : Exception
{
    public CatalogException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
