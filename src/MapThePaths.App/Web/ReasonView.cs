using MapThePaths.Core.Model;

namespace MapThePaths.App.Web;

/// <summary>Why something is as it is. The page has words of its own for every code, and what to do on it.</summary>
/// <param name="Text">Completes "This photo …" or "This part …"; for a code that the page does not know, such as a newer version's.</param>
internal record ReasonView(string Code, string Text)
{
    public static ReasonView Of(Reason reason) => new(reason.Code, reason.Meaning);

    public static ReasonView Of(string code) => Of(Reason.Of(code));
}
