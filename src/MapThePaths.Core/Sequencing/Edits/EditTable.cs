using System.Text.Json;
using System.Text.Json.Serialization;
using MapThePaths.Core.Model;

namespace MapThePaths.Core.Sequencing.Edits;

/// <summary>Edits to and from what the catalog stores: a kind that never changes its meaning, and parameters as JSON.</summary>
public static class EditTable
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private static readonly Dictionary<string, Type> Kinds = new(StringComparer.Ordinal)
    {
        ["geotag"] = typeof(Geotag),
        ["shift-time"] = typeof(ShiftTime),
        ["time-zone"] = typeof(SetTimeZone),
        ["space"] = typeof(Space),
        ["outliers"] = typeof(TreatOutliers),
        ["heading-offset"] = typeof(TurnHeadings),
        ["headings"] = typeof(ChooseHeadings),
        ["remove"] = typeof(RemovePhotos),
        ["privacy"] = typeof(PrivacyZone),
        ["trim"] = typeof(TrimEnd),
        ["take-over"] = typeof(TakeOver),
    };

    private static readonly Dictionary<Type, string> Words = Kinds.ToDictionary(kind => kind.Value, kind => kind.Key);

    public static string KindOf(Edit edit) => Words[edit.GetType()];

    /// <param name="number">Its place among the edits of the sequence.</param>
    public static RecordedEdit Record(Edit edit, int number) => new(
        number, KindOf(edit), JsonSerializer.Serialize(edit, edit.GetType(), Json), edit is Geotag geotag ? geotag.Track.Fixes : []);

    /// <exception cref="UserMistakeException">A newer version of the program made it.</exception>
    public static Edit Read(RecordedEdit recorded)
    {
        if (!Kinds.TryGetValue(recorded.Kind, out var type))
        {
            throw new UserMistakeException($"The sequence has an edit of the kind '{recorded.Kind}', which this version of the program does not know. Use the version that made it.");
        }

        var edit = (Edit)JsonSerializer.Deserialize(recorded.Parameters, type, Json)!;
        return edit is Geotag geotag ? geotag with { Track = new Track(recorded.Fixes) } : edit;
    }
}
