namespace MapThePaths.Core.Model;

/// <summary>Something a stage did, for people and scripts to follow. Immutable; the catalog, not this, is the truth.</summary>
public abstract record FlowEvent;

/// <summary>So many of the files that were given have been looked at.</summary>
public sealed record FilesRead(int Count, int Of) : FlowEvent;

/// <summary>How far the upload is. Comes at most ten times a second, and once at the end.</summary>
/// <param name="PhotosSent">Arrived there in this run.</param>
/// <param name="Photos">To be sent there in this run.</param>
/// <param name="BytesSent">Handed over in this run; may move backwards when the destination lost some.</param>
/// <param name="Bytes">To be sent in this run.</param>
public sealed record UploadProgress(string Destination, int PhotosSent, int Photos, long BytesSent, long Bytes) : FlowEvent
{
    /// <summary>Photos on their way at this moment.</summary>
    public int Parallel { get; init; }
}

/// <summary>A photo will not arrive as it is.</summary>
public sealed record PhotoFailed(string Path, string Destination, Reason Reason, string? Message) : FlowEvent;

/// <summary>A photo could not be brought just now; it is tried again after a wait.</summary>
/// <param name="Why">A few words that follow a colon.</param>
public sealed record PhotoWaits(string Path, TimeSpan Wait, string Why) : FlowEvent;

/// <summary>A destination waits before it publishes, looks or asks something else that is no photo's.</summary>
/// <param name="Why">The operation and the reason, in words that follow a colon.</param>
public sealed record DestinationWaits(TimeSpan Wait, string Why) : FlowEvent;

/// <summary>A part came into another state, or into trouble.</summary>
/// <param name="Trouble">What keeps it from going on; null when nothing does.</param>
public sealed record PartChanged(long PartId, int Number, PartState State, string? Trouble = null) : FlowEvent
{
    /// <summary>What the user should know although nothing is wrong; null when there is nothing.</summary>
    public string? Note { get; init; }
}

/// <summary>One look at a publication is done.</summary>
/// <param name="State">What the look made of the part.</param>
/// <param name="Visible">Photos visible by now.</param>
/// <param name="Photos">Photos the part has.</param>
/// <param name="NextLookIn">Null when there is nothing more to look for.</param>
public sealed record Looked(long PartId, int Number, string Destination, PartState State, int Visible, int Photos, TimeSpan? NextLookIn) : FlowEvent;

/// <summary>A destination could not be asked what became of its publications.</summary>
/// <param name="NextLookIn">Null when it is not asked again in this run.</param>
public sealed record LookFailed(string Destination, string Message, TimeSpan? NextLookIn) : FlowEvent;

/// <summary>
/// A destination could not be asked which images are there before a part is published, and is not asked again in this run: one that another program sent
/// of the same times and places may be taken for the part's own.
/// </summary>
public sealed record EarlierImagesUnknown(string Message) : FlowEvent;

/// <summary>Something was done about an entry of a service that lists sequences, or kept it from going on.</summary>
public sealed record EntryChanged(EntryStatus Entry) : FlowEvent;

/// <summary>Entries wait although they could go on: such as for a sign-in, or for a server that does not answer.</summary>
/// <param name="Message">A sentence.</param>
public sealed record SyncStopped(string Message) : FlowEvent;
