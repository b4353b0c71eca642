using System.Globalization;
using Dapper;
using MapThePaths.Core;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Importing;
using MapThePaths.Core.Model;
using MapThePaths.Core.Uploading;
using Microsoft.Data.Sqlite;

namespace MapThePaths.Tests.Fixtures;

/// <summary>A card with real photos, a real catalog in a file, and the flow between them.</summary>
internal sealed class Journey : IDisposable
{
    private static readonly DateTime Morning = new(2026, 4, 30, 10, 0, 0, 250);

    /// <summary>One photo after the other, so that a scripted answer meets the photo it is meant for.</summary>
    public static readonly UploadTerms OneByOne = UploadTerms.Usual with { Parallel = 1 };

    private readonly TemporaryFolder _home = new();

    public Journey(TimeProvider? time = null)
    {
        Time = time ?? new ManualTime();
        Directory.CreateDirectory(Card);
        Catalog = OpenCatalog.Open(CatalogPath);
        Flow = new Flow(Catalog, Time);
    }

    public TimeProvider Time { get; }

    public string Card => _home["card"];

    public string CatalogPath => _home["catalog.sqlite"];

    public OpenCatalog Catalog { get; }

    public Flow Flow { get; }

    public Events Events { get; } = new();

    /// <summary>So many photos named <c>0.jpg</c>, <c>1.jpg</c>…, two seconds and eleven metres apart, imported as one sequence.</summary>
    public static Journey Of(int photos, TimeProvider? time = null)
    {
        var journey = new Journey(time);
        for (var i = 0; i < photos; i++)
        {
            journey.Take($"{i}.jpg", seconds: 2 * i, metres: 11 * i);
        }

        journey.Import();
        return journey;
    }

    public string PathOf(string name) => Path.Combine(Card, name);

    public string Take(string name, double seconds, double metres, string camera = "Max") => Photo(seconds, metres, camera).SaveTo(PathOf(name));

    /// <summary>A photo that faces east, not saved yet.</summary>
    public static APhoto Photo(double seconds, double metres, string camera = "Max") => APhoto
        .At(Shot.North(metres).Latitude, Shot.Start.Longitude)
        .Facing(90)
        .TakenUtc(Morning.AddSeconds(seconds).ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture))
        .Camera("GoPro", camera);

    /// <summary>All of the card, or these of its files.</summary>
    public Sequence Import(string name = "Walk", IReadOnlyList<string>? files = null, double? maxGap = null, string? description = null) => Flow.Import(
        new ImportRequest
        {
            Paths = files is null ? [Card] : [.. files.Select(PathOf)],
            Name = name,
            Transport = TransportType.Parse("Earth-Walk")!,
            Rules = new RuleWishes { MaxGap = maxGap },
            Description = description,
        },
        Events,
        TestContext.Current.CancellationToken).Sequence!;

    public Plan Plan(ScriptedDestination destination, string sequence = "Walk") =>
        Flow.Plan(Catalog.Sequencing.Find(sequence)!, destination.Name, destination.Rules);

    public Task<SendOutcome> SendAsync(ScriptedDestination destination, string sequence = "Walk", bool dryRun = false, UploadTerms? terms = null) =>
        Flow.SendAsync(Plan(destination, sequence), destination.Contracts, dryRun, terms ?? UploadTerms.Usual, Events, TestContext.Current.CancellationToken);

    public Task<SendOutcome> SendUntilAsync(ScriptedDestination destination, CancellationToken cancelled) =>
        Flow.SendAsync(Plan(destination), destination.Contracts, dryRun: false, UploadTerms.Usual, Events, cancelled);

    public Task LookAsync(ScriptedDestination destination) =>
        Flow.FollowAsync(destination.Lookup, sequenceId: null, untilDone: false, Events, TestContext.Current.CancellationToken);

    public Task FollowAsync(ScriptedDestination destination) =>
        Flow.FollowAsync(destination.Lookup, sequenceId: null, untilDone: true, Events, TestContext.Current.CancellationToken);

    /// <summary>Sends photos again on purpose: those with these names, or all.</summary>
    public Task<SendOutcome> ResendAsync(ScriptedDestination destination, params IReadOnlyList<string> names)
    {
        var plan = Plan(destination);
        var again = plan.Parts.SelectMany(part => part.Photos).Where(photo => names.Count == 0 || names.Contains(photo.Photo.Name()));
        return Flow.SendAsync(
            plan with { Resend = again.Select(photo => photo.Photo.Id).ToHashSet() }, destination.Contracts, dryRun: false, OneByOne, Events, TestContext.Current.CancellationToken);
    }

    public async Task<IReadOnlyList<PartVerification>> VerifyAsync(ScriptedDestination destination, string sequence = "Walk")
    {
        List<PartVerification> verifications = [];
        await foreach (var part in Flow.VerifyAsync(destination.Lookup, Catalog.Sequencing.Find(sequence)!.Id, accounts: null, Events, TestContext.Current.CancellationToken))
        {
            verifications.Add(part);
        }

        return verifications;
    }

    /// <summary>What verifying finds of each photo, such as <c>0.jpg match</c> or <c>1.jpg not-shown</c>.</summary>
    public async Task<IEnumerable<string>> FindingsAsync(ScriptedDestination destination) => (await VerifyAsync(destination))
        .SelectMany(part => part.Findings)
        .Select(finding => $"{Path.GetFileName(finding.Path)} {finding.Difference?.Code ?? "match"}");

    public Task<PublishAgain> PublishAgainAsync(ScriptedDestination destination) => Flow.PublishAgainAsync(
        Catalog.Sequencing.Find("Walk")!, destination.Contracts, Events, TestContext.Current.CancellationToken);

    /// <summary>Each file's life lines, such as <c>0.jpg visible</c>.</summary>
    public IEnumerable<string> LifeLines(string sequence = "Walk") => Lines(sequence).Select(line => $"{Path.GetFileName(line.Path)} {line.State.Word()}");

    public IReadOnlyList<LifeLine> Lines(string sequence = "Walk") => Catalog.Overview.LifeLines(Catalog.Sequencing.Find(sequence)!.Id);

    public LifeLine LineOf(string file, string sequence = "Walk") => Assert.Single(Lines(sequence), line => line.Path == PathOf(file));

    public IReadOnlyList<PartStatus> Parts() => Catalog.Overview.Parts(sequenceId: null);

    public PartStatus Part() => Assert.Single(Parts());

    /// <summary>Each part's state, such as <c>1 live</c>.</summary>
    public IEnumerable<string> PartStates() => Parts().Select(part => $"{part.Number} {part.State.Word()}");

    /// <summary>What another program sees in the catalog's file: a text a row.</summary>
    public IReadOnlyList<string> Rows(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={CatalogPath};Pooling=False");
        return [.. connection.Query(sql).Select(row => string.Join(", ", ((IDictionary<string, object?>)row).Values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture))))];
    }

    public void Dispose()
    {
        Catalog.Dispose();
        _home.Dispose();
    }
}
