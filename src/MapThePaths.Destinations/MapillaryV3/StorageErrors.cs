using System.Xml;
using System.Xml.Linq;
using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;

namespace MapThePaths.Destinations.MapillaryV3;

/// <summary>What an answer of the object storage that is no success means: XML with a <c>Code</c> and a <c>Message</c>.</summary>
internal static class StorageErrors
{
    private static readonly XmlReaderSettings Plain = new() { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = 64 * 1024 };

    public static Fault In(Answer answer)
    {
        if (answer.IsSuccess)
        {
            return new Fault(FaultKind.Transient, "strange-answer", "the answer is not one of the storage");
        }

        var error = Error(answer.Text);
        var code = error?.Element("Code")?.Value;
        var kind = KindOf(answer.Status, code);
        var words = code is null ? $"HTTP {answer.Status} without an explanation" : $"{error?.Element("Message")?.Value} ({code}, HTTP {answer.Status})";
        var isStated = code is not null || answer.Status == 413;
        return new Fault(
            kind,
            code ?? $"http-{answer.Status}",
            Legible.Text(words),
            kind == FaultKind.Transient ? answer.RetryAfter : null,
            isStated,
            code == "SlowDown" || answer.Status == 429 ? WaitCause.TooFast : WaitCause.Trouble)
        {
            Status = answer.Status,
            IsWordless = kind == FaultKind.Refused && !isStated && Fault.Refuses(answer.Status),
        };
    }

    /// <summary>S3 says 400 to a line that was too slow for it.</summary>
    private static FaultKind KindOf(int status, string? code) =>
        status is 408 or 429 or >= 500 || code is "RequestTimeout" or "SlowDown" ? FaultKind.Transient : FaultKind.Refused;

    private static XElement? Error(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Plain);
            return XDocument.Load(reader).Root is { Name.LocalName: "Error" } root ? root : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
