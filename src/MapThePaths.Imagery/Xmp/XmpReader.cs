using System.Xml;

namespace MapThePaths.Imagery.Xmp;

/// <summary>
/// Reads simple properties from an XMP packet: attributes and child elements of the descriptions directly under rdf:RDF. Structures
/// and lists are passed over, so that a date inside an edit history is never taken for the photo's own.
/// </summary>
/// <remarks>
/// Ours because XmpCore 6.1.10 refuses packets that end in a NUL (Samsung SM-G930F), gives up the whole packet for one fault, and lets
/// InvalidCastException and ArgumentException out of damaged ones; and takes three times as long.
/// </remarks>
internal static class XmpReader
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CheckCharacters = false,
    };

    /// <summary>Name of the segment that holds the main packet (XMP specification, part 3, 1.1.3).</summary>
    public static ReadOnlySpan<byte> SegmentName => "http://ns.adobe.com/xap/1.0/\0"u8;

    /// <summary>Adds a packet's properties to those of earlier packets.</summary>
    /// <param name="packet">The segment behind <see cref="SegmentName"/>.</param>
    /// <param name="properties">Takes what is found.</param>
    public static void Read(ReadOnlySpan<byte> packet, XmpProperties properties)
    {
        var trimmed = packet.Trim("\0 \t\r\n"u8);
        if (trimmed.IsEmpty || !MayBeOfUse(trimmed))
        {
            return;
        }

        using var stream = new MemoryStream(trimmed.ToArray(), writable: false);
        using var reader = XmlReader.Create(stream, Settings);
        try
        {
            ReadPacket(reader, properties);
        }
        catch (XmlException)
        {
            properties.IsDamaged = true;
        }
    }

    /// <summary>
    /// Most packets hold a rating or an edit history only; they need no parsing. Packets in UTF-16 are not looked through.
    /// </summary>
    private static bool MayBeOfUse(ReadOnlySpan<byte> packet) =>
        packet.Contains((byte)0)
        || packet.IndexOf("ns.google.com/photos/1.0/panorama"u8) >= 0
        || packet.IndexOf("ns.adobe.com/exif/1.0"u8) >= 0
        || packet.IndexOf("cipa.jp/exif/1.0"u8) >= 0
        || packet.IndexOf("ns.adobe.com/tiff/1.0"u8) >= 0
        || packet.IndexOf("ns.adobe.com/photoshop/1.0"u8) >= 0
        || packet.IndexOf("ns.adobe.com/xap/1.0/\""u8) >= 0
        || packet.IndexOf("ns.adobe.com/xap/1.0/'"u8) >= 0;

    private static void ReadPacket(XmlReader reader, XmpProperties properties)
    {
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && IsRdf(reader, "RDF"))
            {
                ReadDescriptions(reader, properties);
            }
        }
    }

    private static void ReadDescriptions(XmlReader reader, XmpProperties properties)
    {
        var depth = reader.Depth;
        if (reader.IsEmptyElement)
        {
            return;
        }

        reader.Read();
        while (reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element && IsRdf(reader, "Description"))
            {
                ReadDescription(reader, properties);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static void ReadDescription(XmlReader reader, XmpProperties properties)
    {
        var depth = reader.Depth;
        var isEmpty = reader.IsEmptyElement;
        while (reader.MoveToNextAttribute())
        {
            if (XmpSchema.IsOfUse(reader.NamespaceURI))
            {
                properties.Add(reader.NamespaceURI, reader.LocalName, reader.Value);
            }
        }

        reader.Read();
        while (!isEmpty && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element && XmpSchema.IsOfUse(reader.NamespaceURI))
            {
                ReadProperty(reader, properties);
            }
            else
            {
                reader.Skip();
            }
        }

        if (!isEmpty)
        {
            reader.Read();
        }
    }

    /// <summary>Takes the text of an element that holds nothing else, and moves behind the element.</summary>
    private static void ReadProperty(XmlReader reader, XmpProperties properties)
    {
        var (schema, name, depth) = (reader.NamespaceURI, reader.LocalName, reader.Depth);
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return;
        }

        reader.Read();
        if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
        {
            properties.Add(schema, name, reader.Value);
        }

        while (reader.Depth > depth)
        {
            reader.Skip();
        }

        if (reader.NodeType == XmlNodeType.EndElement)
        {
            reader.Read();
        }
    }

    private static bool IsRdf(XmlReader reader, string name) =>
        reader.LocalName == name && reader.NamespaceURI == XmpSchema.Rdf;
}
