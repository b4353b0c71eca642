namespace MapThePaths.Imagery.Xmp;

/// <summary>The simple top-level properties of an XMP packet that are of use here, by their usual prefix and name.</summary>
internal sealed class XmpProperties
{
    private readonly Dictionary<(string Namespace, string Name), string> _values = [];

    /// <summary>The packet was not well-formed; the properties before the fault are here.</summary>
    public bool IsDamaged { get; set; }

    public string? this[string schema, string name] => _values.GetValueOrDefault((schema, name));

    /// <summary>The first value of a property counts.</summary>
    public void Add(string schema, string name, string value)
    {
        var trimmed = value.Trim();
        if (trimmed.Length > 0)
        {
            _values.TryAdd((schema, name), trimmed);
        }
    }
}

/// <summary>Namespaces of the XMP specification, part 2, of Exif for XMP (CIPA DC-010) and of Google's photo sphere metadata.</summary>
internal static class XmpSchema
{
    public const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    public const string Panorama = "http://ns.google.com/photos/1.0/panorama/";
    public const string Exif = "http://ns.adobe.com/exif/1.0/";
    public const string ExifExtended = "http://cipa.jp/exif/1.0/";
    public const string Auxiliary = "http://ns.adobe.com/exif/1.0/aux/";
    public const string Tiff = "http://ns.adobe.com/tiff/1.0/";
    public const string Photoshop = "http://ns.adobe.com/photoshop/1.0/";
    public const string Basic = "http://ns.adobe.com/xap/1.0/";

    public static bool IsOfUse(string schema) =>
        schema is Panorama or Exif or ExifExtended or Auxiliary or Tiff or Photoshop or Basic;
}
