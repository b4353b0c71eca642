using System.Collections.Frozen;

namespace MapThePaths.Core.Model;

/// <summary>
/// Why a photo is not sent, what is doubtful about it, or why a part begins: a code that never changes its meaning, with words for people.
/// The one table of them; the same codes stand in every output.
/// </summary>
/// <param name="Code">Lower-case words joined by hyphens.</param>
/// <param name="Meaning">What is the matter; completes "This photo …" or "This part …" without naming the file.</param>
/// <param name="NextStep">What the user can do about it; null where nothing is wrong.</param>
public sealed record Reason(string Code, string Meaning, string? NextStep)
{
    private const string CopyAnew = "Copy from the card again, then import the folder again with the same name and transport.";

    // The file itself.
    public static readonly Reason NotAJpeg = new("not-a-jpeg", "is not a JPEG, whatever its name says", "Convert to JPEG, or leave out.");
    public static readonly Reason EmptyFile = new("empty-file", "has no bytes at all", CopyAnew);
    public static readonly Reason Truncated = new("truncated", "ends too early: the file is incomplete", CopyAnew);
    public static readonly Reason Unreadable = new("unreadable", "cannot be read", "Check the permissions of the file and the health of the disk, then import the folder again with the same name and transport.");
    public static readonly Reason SameContent = new("same-content", "is a copy of another photo of the sequence", null);

    // What the camera knew.
    public static readonly Reason NoPosition = new("no-position", "has no GPS position", "Geotag from a GPX track of that day with 'mtpdu edit ID --geotag FILE.gpx'.");
    public static readonly Reason NoCaptureTime = new("no-capture-time", "does not say when it was taken", "Set the capture time with a photo tool.");
    public static readonly Reason NullIsland = new("null-island", "is placed at exactly 0°, 0°: the receiver had no fix", "Geotag from a GPX track of that day with 'mtpdu edit ID --geotag FILE.gpx'.");

    // Rules of the sequence.
    public static readonly Reason DuplicatePosition = new("duplicate-position", "shows the same place in the same direction as the one before", null);
    public static readonly Reason ImplausibleSpeed = new("implausible-speed", "belongs to a part faster than --max-speed allows: times or positions are wrong", "Check the camera's clock; 'mtpdu edit ID --outliers drop --outlier-speed KMH' leaves single stray positions out.");
    public static readonly Reason ZigZag = new("zig-zag", "lies far off the line, and the next one is back on it: its position is wrong", "Allow such positions with --zig-zag-metres 0 if they are right.");

    // Edits.
    public static readonly Reason RemovedByEdit = new("removed-by-edit", "was removed by an edit", null);
    public static readonly Reason SpacedOut = new("spaced-out", "is nearer to the one before than an edit asks for", null);
    public static readonly Reason Outlier = new("outlier", "lies too far from its neighbours for an edit", null);
    public static readonly Reason NoTrackPoint = new("no-track-point", "was taken when the track of an edit says nothing", "Check the camera's clock with 'mtpdu plan ID', or allow longer gaps with --max-track-gap.");
    public static readonly Reason InPrivacyZone = new("privacy-zone", "lies in a privacy zone", null);
    public static readonly Reason Trimmed = new("trimmed", "is at an end of the sequence that an edit trims", null);

    // What a destination accepts.
    public static readonly Reason ProjectionNotAccepted = new("projection-not-accepted", "has a projection that this destination does not take", "Export as equirectangular or flat.");
    public static readonly Reason TransportNotAccepted = new("transport-not-accepted", "was taken from the air, which this destination does not take", "Choose another destination, or another transport if this one is wrong.");

    // Failures of one photo on its way out.
    public static readonly Reason ChangedSinceImport = new("changed-since-import", "is no longer the file that was imported", "Import the folder again under the same name.");
    public static readonly Reason FileMissing = new("file-missing", "is no longer where it was imported from", "Put it back, or import it from its new place.");
    public static readonly Reason PublishedBefore = new("published-before", "is there already, as the file says that it was imported with", "'mtpdu send ID --to DESTINATION --resend PHOTO' sends it all the same.");
    public static readonly Reason FileInTheWay = new("file-in-the-way", "would be written over a file that is not its copy", "Move that file away, or export to another folder.");
    public static readonly Reason NotCopied = new("not-copied", "could not be copied", "Check the disk and its permissions, then run the same command again.");
    public static readonly Reason NoRoomForMetadata = new("no-room-for-metadata", "has no room left in its header for the description", "Remove large metadata from it with a photo tool.");
    public static readonly Reason SecondPictureWouldBeLost = new("second-picture-would-be-lost", "holds several pictures, and its header has no room for the description without losing them", "Save it with a photo tool as a single picture, then import it again.");
    public static readonly Reason RefusedByDestination = new("refused-by-destination", "was refused by the destination", "Read the message of the destination.");

    // Corrections that came too late: the destination has the photo already, as it was then.
    public static readonly Reason SentWithOtherPosition = new("sent-with-other-position", "is there already with another position", "What is there stays as it was sent; 'mtpdu send ID --to DESTINATION --resend PHOTO' sends it again, and then the destination has both.");
    public static readonly Reason SentWithOtherTime = new("sent-with-other-time", "is there already with another time", "What is there stays as it was sent; 'mtpdu send ID --to DESTINATION --resend PHOTO' sends it again, and then the destination has both.");
    public static readonly Reason SentWithOtherHeading = new("sent-with-other-heading", "is there already with another heading", "What is there stays as it was sent; 'mtpdu send ID --to DESTINATION --resend PHOTO' sends it again, and then the destination has both.");
    public static readonly Reason SentWithOtherPicture = new("sent-with-other-picture", "is there already with another picture", "What is there stays as it was sent; 'mtpdu send ID --to DESTINATION --resend PHOTO' sends it again, and then the destination has both.");

    // What verifying finds.
    public static readonly Reason NotShown = new("not-shown", "is not shown by the destination", "Images take up to three days to appear; verify again then.");
    public static readonly Reason ImageGone = new("image-gone", "was shown by the destination and is not any more", "Verify again later; if it stays away, 'mtpdu send ID --to DESTINATION --resend PHOTO' sends it again.");
    public static readonly Reason ImageReplaced = new("image-replaced", "is shown as another image than before", "Verify again: the new image is noted now.");
    public static readonly Reason ShownElsewhere = new("shown-elsewhere", "is shown at another place than it was sent with", "Compare both places on the map.");
    public static readonly Reason ShownAtOtherTime = new("shown-at-other-time", "is shown with another time than it was sent with", "Check the camera's clock and zone.");
    public static readonly Reason ShownWithOtherCamera = new("shown-with-other-camera", "is shown as taken by another camera", "Check that the image is this photo.");

    // Why an original is not called safe to delete.
    public static readonly Reason NotSent = new("not-sent", "is not at any destination", "Send it first.");
    public static readonly Reason DryRunOnly = new("dry-run-only", "went out in a dry run only and was never published", "Send it without --dry-run.");
    public static readonly Reason PracticeOnly = new("practice-only", "is at a practice destination only", "Send it to a real destination first.");
    public static readonly Reason StandInOnly = new("stand-in-only", "is at a stand-in only: by the settings, its destination is not the live service", "Keep it, or send it to the live service first.");
    public static readonly Reason SentAsAnotherFile = new("sent-as-another-file", "went out as another file: with another header or picture", "Keep it, or that other file.");
    public static readonly Reason NotVerified = new("not-verified", "could not be compared: its part is not published, or its destination could not be asked", "Keep it. 'mtpdu send ID --to DESTINATION' publishes what waits here; else verify again later.");

    // Doubts.
    public static readonly Reason TimeZoneUnknown = new("time-zone-unknown", "gives its time without a zone", "Give the camera's zone with --time-zone.");
    public static readonly Reason GpsDateOff = new("gps-date-off", "has a GPS date about a day away from its camera date", "Check which date is right.");
    public static readonly Reason TimeBefore2000 = new("time-before-2000", "claims to be from before the year 2000", "Set the camera's clock.");
    public static readonly Reason TimeInFuture = new("time-in-future", "claims to be from the future", "Set the camera's clock.");
    public static readonly Reason HeadingMagnetic = new("heading-magnetic", "has a heading towards magnetic north, not true north", null);
    public static readonly Reason HeadingComputed = new("heading-computed", "has no heading of its own; it looks towards the next photo", null);
    public static readonly Reason TimeSpread = new("time-spread", "has the same time as another one; a part of a second keeps them apart", null);
    public static readonly Reason ClockDisagrees = new("clock-disagrees", "was taken by a clock that disagrees with GPS time or with the track", "'mtpdu plan ID' proposes an offset.");
    public static readonly Reason HeadingTurned = new("heading-turned", "looks by its compass constantly away from the direction of travel", "Turn the headings, or keep them if the camera was mounted that way.");
    public static readonly Reason HeadingDrifts = new("heading-drifts", "has a compass that does not keep to the direction of travel", "Compute the headings from the next photos.");
    public static readonly Reason ExifDamaged = new("exif-damaged", "has damaged metadata; what could be read is used", null);
    public static readonly Reason XmpDamaged = new("xmp-damaged", "has damaged XMP; what could be read is used", null);
    public static readonly Reason HemisphereUnknown = new("hemisphere-unknown", "does not say north or south, east or west", "Check its place on the map.");
    public static readonly Reason GpsWithoutFix = new("gps-without-fix", "was taken while the receiver had no fix", "Check its place on the map.");
    public static readonly Reason SinglePhotoPart = new("single-photo-part", "stands alone between two cuts", "Allow what cut it off: larger gaps with --max-gap and --max-jump, another camera or size with --cameras together.");

    // Where parts begin.
    public static readonly Reason FirstPart = new("first", "is the beginning of the sequence", null);
    public static readonly Reason Gap = new("gap", "comes after a longer pause than allowed", null);
    public static readonly Reason Jump = new("jump", "comes after a longer distance than allowed", null);
    public static readonly Reason CameraChange = new("camera-change", "comes from another camera", null);
    public static readonly Reason SizeChange = new("size-change", "has another picture size", null);
    public static readonly Reason TooManyPhotos = new("too-many-photos", "begins a new part, since no more photos go into one", null);
    public static readonly Reason TooManyPixels = new("too-many-pixels", "begins a new part, since the destination takes no more pixels in one", null);
    public static readonly Reason TooManyBytes = new("too-many-bytes", "begins a new part, since the destination takes no more bytes in one", null);

    private static readonly Reason[] Table = [.. typeof(Reason)
        .GetFields(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static)
        .Select(field => (Reason)field.GetValue(obj: null)!)];

    private static readonly FrozenDictionary<string, Reason> ByCode = Table.ToFrozenDictionary(reason => reason.Code, StringComparer.Ordinal);

    /// <summary>Every reason there is, in the order of the table.</summary>
    public static IReadOnlyCollection<Reason> All => Table;

    /// <summary>The reason with this code; codes written by a newer version are shown as they are.</summary>
    public static Reason Of(string code) => ByCode.TryGetValue(code, out var reason) ? reason : new Reason(code, code, NextStep: null);

    /// <summary>Whether the file itself is broken, which a run reports as only partly done.</summary>
    public bool IsBrokenFile => this == NotAJpeg || this == EmptyFile || this == Truncated || this == Unreadable;
}
