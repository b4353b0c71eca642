namespace MapThePaths.Tests.Fixtures;

public static class XmpPacket
{
    private const string Namespaces =
        "xmlns:GPano=\"http://ns.google.com/photos/1.0/panorama/\" xmlns:exif=\"http://ns.adobe.com/exif/1.0/\" " +
        "xmlns:exifEX=\"http://cipa.jp/exif/1.0/\" xmlns:aux=\"http://ns.adobe.com/exif/1.0/aux/\" " +
        "xmlns:tiff=\"http://ns.adobe.com/tiff/1.0/\" xmlns:photoshop=\"http://ns.adobe.com/photoshop/1.0/\" " +
        "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\"";

    /// <summary>A packet with properties as attributes, as elements, or both.</summary>
    public static string Of(string attributes, string elements = "") =>
        "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>" +
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">" +
        $"<rdf:Description rdf:about=\"\" {Namespaces} {attributes}>{elements}</rdf:Description></rdf:RDF></x:xmpmeta>" +
        "<?xpacket end=\"w\"?>";
}
