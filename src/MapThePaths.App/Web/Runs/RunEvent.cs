using System.Text.Json.Serialization;
using MapThePaths.App.Web.Sequences;
using MapThePaths.App.Web.Syncing;

namespace MapThePaths.App.Web.Runs;

/// <summary>Something that a run tells. Of those with the same key only the last one counts, so that a run is told in bounded memory.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SendProgress), "progress")]
[JsonDerivedType(typeof(SentThere), "sent")]
[JsonDerivedType(typeof(FilesProgress), "files")]
[JsonDerivedType(typeof(PartView), "part")]
[JsonDerivedType(typeof(EntryView), "entry")]
[JsonDerivedType(typeof(PhotoWaiting), "waiting")]
[JsonDerivedType(typeof(PhotoFailure), "failed")]
[JsonDerivedType(typeof(PhotoDiffers), "differs")]
[JsonDerivedType(typeof(Note), "note")]
[JsonDerivedType(typeof(OpenAddress), "open")]
[JsonDerivedType(typeof(FileLeftOut), "left_out")]
[JsonDerivedType(typeof(SafeToDelete), "safe")]
[JsonDerivedType(typeof(ToBeKept), "keep")]
[JsonDerivedType(typeof(RunEnd), "end")]
internal abstract record RunEvent
{
    internal abstract string Key { get; }
}

/// <summary>How far sending to a destination is. Bytes may move backwards when the destination lost some.</summary>
/// <param name="BytesPerSecond">Over the last seconds.</param>
/// <param name="SecondsLeft">At that speed; absent while nobody can tell.</param>
/// <param name="Parallel">Photos on their way at this moment.</param>
internal sealed record SendProgress(
    string Destination, int PhotosSent, int Photos, long BytesSent, long Bytes, long BytesPerSecond, double? SecondsLeft, int Parallel) : RunEvent
{
    internal override string Key => $"progress {Destination}";
}

/// <summary>Sending to a destination is over; its images may still be followed.</summary>
/// <param name="AlreadySent">Photos that it had before.</param>
/// <param name="DryRun">Photos that came as far as a dry run goes.</param>
internal sealed record SentThere(string Destination, int AlreadySent, int DryRun) : RunEvent
{
    internal override string Key => $"sent {Destination}";
}

/// <summary>So many of the files that were given have been looked at.</summary>
internal sealed record FilesProgress(int Read, int Of) : RunEvent
{
    internal override string Key => "files";
}

/// <summary>Something could not be done just now and is tried again.</summary>
/// <param name="Photo">Its name; absent when it is no photo that waits.</param>
internal sealed record PhotoWaiting(string? Photo, double Seconds, string Why) : RunEvent
{
    internal override string Key => "waiting";
}

/// <summary>A photo will not arrive as it is.</summary>
/// <param name="Code">A reason's code.</param>
/// <param name="Message">The other side's own words.</param>
internal sealed record PhotoFailure(string Path, string Destination, string Code, string? Message) : RunEvent
{
    internal override string Key => $"failed {Destination} {Path}";
}

/// <summary>A photo that was sent is not shown, or not as it was sent.</summary>
/// <param name="Code">A reason's code.</param>
/// <param name="Metres">From where it was sent with to where it is shown.</param>
/// <param name="Seconds">How much later it is shown; negative for earlier.</param>
internal sealed record PhotoDiffers(string Path, string Destination, string Code, string? ImageId, double? Metres, double? Seconds) : RunEvent
{
    internal override string Key => $"differs {Destination} {Path}";
}

/// <summary>Words for people.</summary>
/// <param name="Cause">A failure's own words; a run that it ended begins its last message with them. Absent when it is about none.</param>
internal sealed record Note(string Message, string? Cause = null) : RunEvent
{
    internal override string Key => $"note {Message}";
}

/// <summary>A page that the user has to open to go on.</summary>
internal sealed record OpenAddress(Uri Url) : RunEvent
{
    internal override string Key => "open";
}

/// <param name="Reason">A reason's code.</param>
/// <param name="Destination">For which it is left out; absent when it is for all.</param>
internal sealed record FileLeftOut(string Path, string Reason, string? Destination = null) : RunEvent
{
    internal override string Key => $"left_out {Destination} {Path}";
}

/// <summary>An original whose image was seen just now and that need not be kept.</summary>
/// <param name="Size">Bytes.</param>
internal sealed record SafeToDelete(string Path, long Size, string Destination, string ImageId) : RunEvent
{
    internal override string Key => $"original {Path}";
}

/// <summary>An original that must be kept.</summary>
/// <param name="Reason">A reason's code.</param>
internal sealed record ToBeKept(string Path, string Reason) : RunEvent
{
    internal override string Key => $"original {Path}";
}

/// <summary>The run is over; nothing comes after this.</summary>
/// <param name="ExitCode">As the command line would have ended.</param>
/// <param name="Summary">What came of it; each kind of run has its own.</param>
internal sealed record RunEnd(RunState State, int ExitCode, string? Message, object? Summary) : RunEvent
{
    internal override string Key => "end";
}
