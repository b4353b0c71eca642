using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using NodaTime.Text;

namespace MapThePaths.App.Cli;

/// <summary>One line of <c>--json</c>; <c>docs/json.md</c> describes each. Members may be added, none changes its meaning.</summary>
internal abstract record JsonLine
{
    public abstract string Type { get; }

    public string ToJson() => JsonSerializer.Serialize(this, GetType(), JsonLines.Default);
}

internal sealed record PhotoLine : JsonLine
{
    public override string Type => "photo";

    public required string Path { get; init; }

    public required bool Accepted { get; init; }

    public string? Reason { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    /// <summary>Left out when unknown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Altitude { get; init; }

    public double? Heading { get; init; }

    public string? HeadingSource { get; init; }

    public string? CapturedAt { get; init; }

    public string? CapturedAtSource { get; init; }

    public string? Projection { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }

    public string? Make { get; init; }

    public string? Model { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];
}

internal sealed record InspectSummary(int Accepted, int LeftOut, int PassedOver, IReadOnlyDictionary<string, int> Reasons, int ExitCode) : JsonLine
{
    public override string Type => "summary";
}

internal sealed record SequenceLine : JsonLine
{
    public override string Type => "sequence";

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required int Photos { get; init; }

    public string Description { get; init; } = "";

    public IReadOnlyList<string> Tags { get; init; } = [];

    public required string Transport { get; init; }

    public string? TimeZone { get; init; }

    public string? CreatedAt { get; init; }

    /// <summary>Those other than usual, as options.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>How its entries at Map the Paths Web stand; left out where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Mtpw { get; init; }

    public static SequenceLine Of(Core.Model.Sequence sequence, int photos) => new()
    {
        Id = sequence.Id.ToString(),
        Name = sequence.Name,
        Photos = photos,
        Description = sequence.Description,
        Tags = sequence.Tags,
        Transport = sequence.Transport.ToString(),
        TimeZone = sequence.TimeZone,
        CreatedAt = JsonLines.Iso(sequence.CreatedAt),
        Rules = RuleOptions.Text(sequence.Rules),
    };
}

internal sealed record LeftOutLine(string Path, string Reason, string? Twin) : JsonLine
{
    public override string Type => "left_out";

    public static LeftOutLine Of(Core.Model.LeftOut leftOut) => new(leftOut.Path, leftOut.Reason.Code, leftOut.Twin);
}

/// <summary>A photo that a sequence's JSON file names, and no file was found.</summary>
internal sealed record NotFoundLine(string Name) : JsonLine
{
    public override string Type => "not_found";
}

internal sealed record ImportSummary(IReadOnlyList<string> SequenceIds, int Photos, int LeftOut, int PassedOver, int ExitCode, string? Error) : JsonLine
{
    public override string Type => "summary";
}

internal sealed record PlannedPartLine : JsonLine
{
    public override string Type => "part";

    public required string SequenceId { get; init; }

    public required int Part { get; init; }

    public required string Destination { get; init; }

    public required int Photos { get; init; }

    public required long Bytes { get; init; }

    public required string CutReason { get; init; }

    public required string IfPhotoFails { get; init; }

    public double? CutValue { get; init; }

    public double? CutLimit { get; init; }

    public string? Make { get; init; }

    public string? Model { get; init; }

    public required double Distance { get; init; }

    public required double Duration { get; init; }

    public required double AverageSpeed { get; init; }

    public string? EarliestAt { get; init; }

    public string? LatestAt { get; init; }

    public static PlannedPartLine Of(Core.Model.Plan plan, Core.Model.PlannedPart part, ErrorPolicy policy) => new()
    {
        SequenceId = plan.Sequence.Id.ToString(),
        Part = part.Number,
        Destination = plan.Destination,
        Photos = part.Photos.Count,
        Bytes = part.Bytes,
        CutReason = part.Cut.Code,
        IfPhotoFails = policy.PartWord,
        CutValue = part.Measure?.Value,
        CutLimit = part.Measure?.Limit,
        Make = part.Photos[0].Photo.Capture.Make,
        Model = part.Photos[0].Photo.Capture.Model,
        Distance = Math.Round(part.Totals.Metres, 3),
        Duration = part.Totals.Duration.TotalSeconds,
        AverageSpeed = Math.Round(part.Totals.KilometresPerHour, 3),
        EarliestAt = JsonLines.Iso(part.Totals.Earliest),
        LatestAt = JsonLines.Iso(part.Totals.Latest),
    };
}

/// <summary>An edit of a sequence, and what it does.</summary>
internal sealed record EditLine(string SequenceId, int Number, string Kind, string Text, int Changed, int LeftOut) : JsonLine
{
    public override string Type => "edit";

    public static EditLine Of(Core.Model.Sequence sequence, Core.Model.AppliedEdit edit) =>
        new(sequence.Id.ToString(), edit.Number, edit.Kind, edit.Text, edit.Changed, edit.LeftOut);
}

internal sealed record EditSummary(IReadOnlyList<string> SequenceIds, int Edits, int Undone, int Photos, int LeftOut, int ExitCode) : JsonLine
{
    public override string Type => "summary";
}

/// <summary>Something that looks wrong with a clock or a compass, and the command that would mend it.</summary>
internal sealed record ProposalLine(string Reason, string Evidence, int Photos, int MatchingBefore, int MatchingAfter, string Command) : JsonLine
{
    public override string Type => "proposal";

    public static ProposalLine Of(Core.Model.Proposal proposal, string sequence) => new(
        proposal.Reason.Code, proposal.Evidence, proposal.Photos, proposal.MatchingBefore, proposal.MatchingAfter, Wording.Accept(proposal, sequence));
}

internal sealed record PlanSummary(
    IReadOnlyList<string> SequenceIds, int Parts, int Photos, long Bytes, int LeftOut, int AlreadyThere, int Corrected, bool NeedsTimeZone, string? Refusal, int ExitCode) : JsonLine
{
    public override string Type => "summary";

    public required string OnErrors { get; init; }

    public required double Distance { get; init; }

    public required double Duration { get; init; }

    public required double AverageSpeed { get; init; }
}

/// <summary>A photo that the destination has otherwise than it would be sent today.</summary>
internal sealed record CorrectedLine(string Path, string Destination, IReadOnlyList<string> Reasons, string? ImageId) : JsonLine
{
    public override string Type => "corrected";
}

internal sealed record ProgressLine(int PhotosSent, int Photos, long BytesSent, long Bytes) : JsonLine
{
    public override string Type => "progress";
}

internal sealed record WaitingLine(string? Path, double Seconds, string Why) : JsonLine
{
    public override string Type => "waiting";
}

internal sealed record LookFailedLine(string Destination, string Message, double? NextLookIn) : JsonLine
{
    public override string Type => "look_failed";
}

internal sealed record FailedLine(string Path, string Code, string Message) : JsonLine
{
    public override string Type => "failed";
}

internal sealed record PartLine : JsonLine
{
    public override string Type => "part";

    public required string SequenceId { get; init; }

    public required int Part { get; init; }

    public required string Destination { get; init; }

    public required string State { get; init; }

    public string? SessionKey { get; init; }

    public string? PublicationId { get; init; }

    public required int Photos { get; init; }

    public required int Sent { get; init; }

    public IReadOnlyList<string> RemoteSequenceIds { get; init; } = [];

    public required int Visible { get; init; }

    public required int Missing { get; init; }

    public string? NextLookAt { get; init; }

    public string? Error { get; init; }

    /// <summary>What the user can do; null when there is nothing to do but wait.</summary>
    public string? NextStep { get; init; }

    public static PartLine Of(Core.Catalog.PartStatus part, Instant now) => new()
    {
        SequenceId = part.SequenceId.ToString(),
        Part = part.Number,
        Destination = part.Destination,
        State = Core.Model.StateWords.Word(part.State),
        SessionKey = part.SessionKey,
        PublicationId = part.PublicationId,
        Photos = part.Photos,
        Sent = part.Sent,
        RemoteSequenceIds = part.RemoteSequences,
        Visible = part.Visible,
        Missing = part.Missing,
        NextLookAt = JsonLines.Iso(part.NextLookAt),
        Error = part.Error,
        NextStep = NextSteps.For(part, now),
    };
}

/// <summary>What the user should know although nothing is wrong.</summary>
internal sealed record NoteLine(string Message) : JsonLine
{
    public override string Type => "note";
}

internal sealed record SessionLine : JsonLine
{
    public override string Type => "session";

    public required string Destination { get; init; }

    public required string SessionKey { get; init; }

    public string? SequenceId { get; init; }

    public int? Part { get; init; }

    public string? CreatedAt { get; init; }

    public string? SeenAt { get; init; }

    /// <summary>What the user can do.</summary>
    public required string NextStep { get; init; }

    public static SessionLine Of(Core.Catalog.SessionStatus session) => new()
    {
        Destination = session.Destination,
        SessionKey = session.Key,
        SequenceId = session.SequenceId?.ToString(),
        Part = session.Part,
        CreatedAt = JsonLines.Iso(session.CreatedAt),
        SeenAt = JsonLines.Iso(session.SeenAt),
        NextStep = NextSteps.For(session),
    };
}

/// <summary>What Map the Paths Web knows of a part's sequence.</summary>
internal sealed record EntryLine : JsonLine
{
    public override string Type => "mtpw";

    public required string SequenceId { get; init; }

    public required int Part { get; init; }

    public required string Destination { get; init; }

    public string? SequenceKey { get; init; }

    public required string Server { get; init; }

    public string? Contract { get; init; }

    public string? MtpwId { get; init; }

    public required string State { get; init; }

    public string? Needs { get; init; }

    public string? At { get; init; }

    public string? Error { get; init; }

    /// <summary>What the user can do; null when there is nothing to do.</summary>
    public string? NextStep { get; init; }

    public static EntryLine Of(Core.Model.EntryStatus entry) => new()
    {
        SequenceId = entry.SequenceId.ToString(),
        Part = entry.Part,
        Destination = entry.Destination,
        SequenceKey = entry.SequenceKey,
        Server = entry.Server,
        Contract = entry.Contract,
        MtpwId = entry.EntryId,
        State = Core.Model.EntryWords.Word(entry.State),
        Needs = entry.Needs is { } need ? Core.Model.EntryWords.Word(need) : null,
        At = JsonLines.Iso(entry.At),
        Error = entry.Error,
        NextStep = NextSteps.For(entry),
    };
}

internal sealed record SyncSummary : JsonLine
{
    public override string Type => "summary";

    public int Entries { get; init; }

    public int Synced { get; init; }

    public int Waiting { get; init; }

    public int Unclear { get; init; }

    public int Failed { get; init; }

    public int ExitCode { get; init; }

    /// <summary>What ended the run early; null when nothing did.</summary>
    public string? Error { get; init; }

    public static SyncSummary Of(Syncing.SyncResult result, string? error) => new()
    {
        Entries = result.Entries,
        Synced = result.Synced,
        Waiting = result.Waiting,
        Unclear = result.Unclear,
        Failed = result.Failed,
        ExitCode = result.ExitCode,
        Error = error,
    };
}

internal sealed record VerifiedPartLine : JsonLine
{
    public override string Type => "part";

    public required string SequenceId { get; init; }

    public required int Part { get; init; }

    public required string Destination { get; init; }

    public required string State { get; init; }

    public string? PublicationId { get; init; }

    public IReadOnlyList<string> RemoteSequenceIds { get; init; } = [];

    public required int Visible { get; init; }

    public required int Missing { get; init; }

    public required int Differs { get; init; }

    public string? Error { get; init; }

    public static VerifiedPartLine Of(Core.Catalog.PartStatus part, Core.Model.PartVerification verification) => new()
    {
        SequenceId = part.SequenceId.ToString(),
        Part = part.Number,
        Destination = part.Destination,
        State = Core.Model.StateWords.Word(part.State),
        PublicationId = part.PublicationId,
        RemoteSequenceIds = part.RemoteSequences,
        Visible = verification.Matching,
        Missing = verification.Missing,
        Differs = verification.Differing,
        Error = part.Error,
    };
}

internal sealed record DiffersLine : JsonLine
{
    public override string Type => "differs";

    public required string Path { get; init; }

    public required string Destination { get; init; }

    public required int Part { get; init; }

    public required string Result { get; init; }

    public required string Reason { get; init; }

    public string? ImageId { get; init; }

    public double? Metres { get; init; }

    public double? Seconds { get; init; }

    public static DiffersLine Of(Core.Model.PhotoFinding finding, Core.Catalog.PartStatus part) => new()
    {
        Path = finding.Path,
        Destination = part.Destination,
        Part = part.Number,
        Result = finding.IsMissing ? "missing" : "differs",
        Reason = finding.Difference!.Code,
        ImageId = finding.ImageId,
        Metres = finding.Metres is { } metres ? Math.Round(metres, 2) : null,
        Seconds = finding.Seconds is { } seconds ? Math.Round(seconds, 3) : null,
    };
}

internal sealed record SafeToDeleteLine(string Path, long Size, string Destination, string ImageId) : JsonLine
{
    public override string Type => "safe_to_delete";
}

internal sealed record KeepLine(string Path, string Reason) : JsonLine
{
    public override string Type => "keep";
}

internal sealed record VerifySummary : JsonLine
{
    public override string Type => "summary";

    public int Parts { get; init; }

    public int Photos { get; init; }

    public int Visible { get; init; }

    public int Missing { get; init; }

    public int Differs { get; init; }

    public int NotSent { get; init; }

    /// <summary>Null when nobody asked.</summary>
    public int? SafeToDelete { get; init; }

    public long? BytesToFree { get; init; }

    public int ExitCode { get; init; }
}

internal sealed record SendSummary : JsonLine
{
    public override string Type => "summary";

    public required IReadOnlyList<string> SequenceIds { get; init; }

    public int Photos { get; init; }

    public int Sent { get; init; }

    /// <summary>Of those sent, how many an earlier run had brought there.</summary>
    public int SentEarlier { get; init; }

    public int AlreadySent { get; init; }

    public int LeftOut { get; init; }

    public int Failed { get; init; }

    /// <summary>Of those that failed, how many are not refused: the next run sends them.</summary>
    public int Waiting { get; init; }

    public int DryRun { get; init; }

    /// <summary>Of those that were there already, how many would be sent otherwise today.</summary>
    public int Corrected { get; init; }

    public int Visible { get; init; }

    public int ExitCode { get; init; }

    /// <summary>What ended the run early; null when nothing did.</summary>
    public string? Error { get; init; }

    public static SendSummary Of(SentResult result) => new()
    {
        SequenceIds = result.SequenceIds,
        Photos = result.Photos,
        Sent = result.Sent,
        SentEarlier = result.SentEarlier,
        AlreadySent = result.AlreadySent,
        LeftOut = result.LeftOut,
        Failed = result.Failed,
        Waiting = result.Waiting,
        DryRun = result.DryRun,
        Corrected = result.Corrected,
        Visible = result.Visible,
        ExitCode = result.ExitCode,
        Error = result.Error,
    };
}

internal sealed record ShownPhotoLine(string Path, string? Reason, IReadOnlyList<ShownState> States) : JsonLine
{
    public override string Type => "photo";
}

internal sealed record ShownState(
    string Destination,
    string? SequenceId,
    int? Part,
    string State,
    string? At,
    string? ImageId,
    IReadOnlyList<string> FormerImageIds,
    string? Reason,
    string? Message,
    string? NextStep)
{
    public static ShownState Of(Core.Catalog.LifeLine line, long sequenceId, Instant now) => new(
        line.Destination,
        line.SequenceId?.ToString(),
        line.Part,
        Core.Model.StateWords.Word(line.State),
        JsonLines.Iso(line.At),
        line.ImageId,
        line.FormerImages,
        line.Reason,
        line.Message,
        NextSteps.For(line, line.SequenceId ?? sequenceId, now));
}

/// <summary>A file among exported copies that is none of them.</summary>
internal sealed record LeftoverLine(string Path) : JsonLine
{
    public override string Type => "leftover";
}

internal sealed record ExportSummary(
    IReadOnlyList<string> SequenceIds, string Folder, int Photos, int Written, int AlreadyThere, int LeftOut, int Failed, int Waiting, int Leftovers, int ExitCode, string? Error) : JsonLine
{
    public override string Type => "summary";
}

internal sealed record CountSummary(int Count, int ExitCode) : JsonLine
{
    public override string Type => "summary";
}

internal sealed record ShowSummary(int Count, double Distance, double Duration, double AverageSpeed, string? EarliestAt, string? LatestAt, IReadOnlyList<string> Cameras, int ExitCode) : JsonLine
{
    public override string Type => "summary";
}

internal sealed record StatusSummary(int Parts, int Photos, int Sent, int Visible, int Missing, int ExitCode) : JsonLine
{
    public override string Type => "summary";
}

internal sealed record AddressLine : JsonLine
{
    public override string Type => "address";

    public required string GraphUrl { get; init; }

    public required string UploadUrl { get; init; }

    public required string ConnectUrl { get; init; }

    public required string V3Url { get; init; }

    public required string V3ConnectUrl { get; init; }

    public required string MtpwUrl { get; init; }

    public required string MtpwAuthUrl { get; init; }

    public required string ControlUrl { get; init; }

    public required string AccessToken { get; init; }

    public required string AppId { get; init; }

    public required string AppSecret { get; init; }

    public required string V3AccessToken { get; init; }

    public required string V3AppId { get; init; }

    public required string V3AppSecret { get; init; }

    public required string MtpwAccessToken { get; init; }

    public required string MtpwAppId { get; init; }

    public required string MtpwAppSecret { get; init; }
}

/// <summary>Where the page begins; good for one visit.</summary>
internal sealed record StartAddressLine(string Url) : JsonLine
{
    public override string Type => "address";
}

/// <summary>The page where the user is asked for consent.</summary>
internal sealed record OpenLine(string Url) : JsonLine
{
    public override string Type => "open";
}

internal sealed record AccountLine : JsonLine
{
    public override string Type => "account";

    public required string Destination { get; init; }

    public string? Name { get; init; }

    public string? UserId { get; init; }

    public string? Username { get; init; }

    public IReadOnlyList<string>? Scopes { get; init; }

    public string? SignedInAt { get; init; }

    public string? ExpiresAt { get; init; }

    public required string Store { get; init; }

    public static AccountLine Of(Accounts.StoredAccount account) => new()
    {
        Destination = account.Service,
        Name = account.Name,
        UserId = NotEmpty(account.UserId),
        Username = NotEmpty(account.UserName),
        Scopes = account.Scopes,
        SignedInAt = JsonLines.Iso(Instant.FromDateTimeOffset(account.SignedInAt)),
        ExpiresAt = JsonLines.Iso(account.ExpiresAt is { } end ? Instant.FromDateTimeOffset(end) : null),
        Store = account.Store,
    };

    /// <summary>A token from the environment.</summary>
    /// <param name="user">Null when the service did not say whose it is.</param>
    public static AccountLine Given(Core.Destinations.SignInService service, Core.Destinations.Account? user) => new()
    {
        Destination = service.Name,
        UserId = NotEmpty(user?.Id ?? ""),
        Username = NotEmpty(user?.Name ?? ""),
        Store = service.TokenSetting,
    };

    private static string? NotEmpty(string text) => text.Length > 0 ? text : null;
}

internal sealed record SignOutSummary(string Destination, string Name, bool Revoked, int ExitCode) : JsonLine
{
    public override string Type => "summary";
}

internal sealed record CheckLine(string Name, bool Ok, string Detail, string? NextStep) : JsonLine
{
    public override string Type => "check";

    public static CheckLine Of(Check check) => new(check.Name, check.Ok, check.Detail, check.NextStep);
}

internal sealed record DoctorSummary(string Version, int Checks, int Troubles, int ExitCode) : JsonLine
{
    public override string Type => "summary";
}

/// <summary>The last line of a run that could not do its work.</summary>
internal sealed record FailureSummary(int ExitCode, string Error) : JsonLine
{
    public override string Type => "summary";
}

internal static class JsonLines
{
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fff'Z'");

    /// <summary>Snake-case names; characters beyond ASCII as they are, for people read these lines too.</summary>
    public static JsonSerializerOptions Default { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { PutTypeFirst } },
    };

    /// <summary>ISO 8601 in UTC with milliseconds.</summary>
    public static string? Iso(Instant? time) => time is { } instant ? Utc.Format(instant) : null;

    private static void PutTypeFirst(JsonTypeInfo line)
    {
        foreach (var member in line.Properties.Where(member => member.Name == "type"))
        {
            member.Order = -1;
        }
    }
}
