using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Entities;

/// <summary>The <c>fields</c> parameter: names separated by commas; none means the id alone.</summary>
internal static class FieldSelection
{
    public static IReadOnlyList<string> Of(Call call) =>
        (call.Query("fields") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A misspelt field must not pass unseen. The document knows the fields, not this refusal.</summary>
    public static Answer? Refuse(IReadOnlyList<string> fields, Func<string, bool> known) =>
        fields.FirstOrDefault(field => !known(field)) is { } wrong
            ? GraphError.Invalid($"Tried accessing nonexisting field ({wrong})")
            : null;
}
