using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using MapThePaths.App.Services;
using MapThePaths.Core.Model;
using MapThePaths.Core.Sequencing.Edits;
using NodaTime;

namespace MapThePaths.App.PlanPage;

/// <summary>
/// A plan as one page that needs nothing else: its own style, its map as a drawing, no script, and a policy that forbids every request. It is
/// made to be passed on, so it tells no paths and no place that an edit hides.
/// </summary>
internal sealed class PlanHtml
{
    /// <summary>How every page begins.</summary>
    public const string Beginning = "<!DOCTYPE html><!-- a plan of mtpdu -->";

    // More names say less.
    private const int NamesShown = 200;

    // A photo alone has no length, no duration, no speed and no last photo.
    private const string Nothing = "–";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html = new();

    private PlanHtml()
    {
    }

    /// <param name="plans">Of one sequence, one for each destination; not empty.</param>
    /// <param name="photos">Of the sequence, left out or not.</param>
    public static string Of(IReadOnlyList<Plan> plans, IReadOnlyList<Photo> photos, Instant now)
    {
        var page = new PlanHtml();
        page.AddHead(plans[0].Sequence);
        page.AddProposals(plans[0]);
        foreach (var plan in plans)
        {
            page.AddPlan(plan, photos);
        }

        page.AddEdits(plans[0]);
        page._html.Append($"<footer>mtpdu {Text(Composition.Version)} · {Time(now)} · nothing of this page was or is fetched from anywhere</footer></main></body></html>\n");
        return page._html.ToString();
    }

    /// <summary>The user's words, safe to stand in the page.</summary>
    internal static string Text(string text) => Encoder.Encode(text);

    /// <summary>To the second, for people.</summary>
    internal static string Time(Instant? time) => time?.ToString("uuuu-MM-dd HH:mm:ss' UTC'", null) ?? "–";

    /// <summary>When a photo of this plan was taken.</summary>
    internal static string Taken(Instant? time, Plan plan) => plan.NeedsTimeZone && time is { } clock ? $"{clock.ToString("uuuu-MM-dd HH:mm:ss", null)} by the camera's clock" : Time(time);

    private void AddHead(Sequence sequence)
    {
        _html.Append(Beginning).Append("\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"><meta name=\"color-scheme\" content=\"light dark\">")
            .Append($"<title>Plan: {Text(sequence.Name)}</title><style>{Style()}</style></head><body><main>\n")
            .Append($"<header><p class=\"kind\">{Text(sequence.Transport.Child)}</p><h1>{Text(sequence.Name)}</h1>");
        if (sequence.Description.Length > 0)
        {
            _html.Append($"<p class=\"description\">{Text(sequence.Description)}</p>");
        }

        _html.Append(sequence.Tags.Count == 0 ? "" : $"<ul class=\"tags\">{string.Concat(sequence.Tags.Select(tag => $"<li>{Text(tag)}</li>"))}</ul>").Append("</header>\n");
    }

    private void AddPlan(Plan plan, IReadOnlyList<Photo> photos)
    {
        _html.Append($"<section><h2>What {Text(ServiceList.TitleOf(plan.Destination))} would get</h2>");
        if (Wording.Obstacle(plan) is { } obstacle)
        {
            _html.Append($"<p class=\"obstacle\" role=\"alert\">{Text(obstacle)}</p>");
        }

        AddFigures(plan);
        _html.Append(PlanMap.Of(plan, photos));
        AddParts(plan);
        AddDoubts(plan);
        AddLeftOut(plan);
        _html.Append("</section>\n");
    }

    private void AddFigures(Plan plan)
    {
        var totals = plan.Totals;
        _html.Append("<dl class=\"figures\">");
        AddFigure($"{plan.PhotoCount:N0}", plan.PhotoCount == 1 ? "photo" : "photos");
        AddFigure($"{plan.Parts.Count:N0}", plan.Parts.Count == 1 ? "part" : "parts");
        AddFigure($"{plan.LeftOut.Count:N0}", "left out");
        AddFigure(Wording.Distance(totals.Metres), "along the way");
        AddFigure(Wording.Span(totals.UnderWay), "under way");
        AddFigure($"{totals.KilometresPerHour:0.0} km/h", "on the average");
        AddFigure(Wording.Bytes(plan.Parts.Sum(part => part.Bytes)), "of originals");
        _html.Append("</dl>");
        if (totals.Earliest is not null)
        {
            _html.Append($"<p class=\"when\">{Taken(totals.Earliest, plan)} to {Taken(totals.Latest, plan)}{Text(Cameras(plan))}</p>");
        }
    }

    private static string Cameras(Plan plan) => plan.Cameras.Count == 0 ? "" : $" · {string.Join(", ", plan.Cameras)}";

    private void AddFigure(string value, string what) => _html.Append($"<div><dt>{what}</dt><dd>{value}</dd></div>");

    private void AddParts(Plan plan)
    {
        if (plan.Parts.Count == 0)
        {
            return;
        }

        var hasDoubts = plan.Parts.SelectMany(part => part.Photos).Any(photo => photo.Warnings.Count > 0);
        _html.Append($"<h3>Parts</h3><table><thead><tr><th>part</th><th>photos</th><th>size</th><th>length</th><th>time</th><th>speed</th><th>first photo</th><th>last photo</th><th>begins</th>{(hasDoubts ? "<th>doubts</th>" : "")}</tr></thead><tbody>\n");
        foreach (var part in plan.Parts)
        {
            var totals = part.Totals;
            var isAlone = part.Photos.Count == 1;
            _html.Append("<tr>")
                .Append($"<th scope=\"row\"><span class=\"dot {PlanMap.Hue(part.Place)}\">{Wording.Number(part)}</span></th>")
                .Append(Cell("photos", $"{part.Photos.Count:N0}"))
                .Append(Cell("size", Wording.Bytes(part.Bytes)))
                .Append(Cell("length", isAlone ? Nothing : Wording.Distance(totals.Metres)))
                .Append(Cell("time", isAlone ? Nothing : Wording.Span(totals.Duration)))
                .Append(Cell("speed", isAlone ? Nothing : $"{totals.KilometresPerHour:0.0} km/h"))
                .Append(Cell("first photo", Label(part.Photos[0]), "photo"))
                .Append(Cell("last photo", isAlone ? Nothing : Label(part.Photos[^1]), "photo"))
                .Append(Cell("begins", Text(Wording.Cut(part)), "words"))
                .Append(hasDoubts ? Cell("doubts", Text(Wording.Doubts(part)), "words") : "")
                .Append("</tr>\n");
        }

        _html.Append("</tbody></table>");
    }

    private static string Cell(string name, string content, string kind = "number") =>
        content.Length == 0 ? "<td class=\"none\"></td>" : $"<td class=\"{kind}\" data-name=\"{name}\">{content}</td>";

    private static string Label(ArrangedPhoto photo) =>
        $"<span class=\"name\">{Text(Path.GetFileName(photo.Photo.Path))}</span> <time>{photo.TakenAt.ToString("HH:mm:ss", null)}</time>";

    // The table has the codes.
    private void AddDoubts(Plan plan)
    {
        var photos = plan.Parts.SelectMany(part => part.Photos).ToList();
        var doubts = photos.SelectMany(photo => photo.Warnings).CountBy(code => code, StringComparer.Ordinal).OrderByDescending(doubt => doubt.Value).ToList();
        if (doubts.Count == 0)
        {
            return;
        }

        _html.Append("<h3>Doubts</h3>");
        foreach (var (code, _) in doubts)
        {
            AddPhotos("doubt", Reason.Of(code), [.. photos.Where(photo => photo.Warnings.Contains(code)).Select(photo => photo.Photo.Path)], plan);
        }
    }

    private void AddLeftOut(Plan plan)
    {
        if (plan.LeftOut.Count == 0)
        {
            return;
        }

        _html.Append("<h3>Left out</h3>");
        if (plan.HidesPlaces)
        {
            _html.Append("<p class=\"note\">An edit hides places, so the map does not show where these photos lie.</p>");
        }

        foreach (var group in plan.LeftOut.GroupBy(left => left.Reason).OrderByDescending(group => group.Count()))
        {
            AddPhotos("left-out", group.Key, [.. group.Select(left => left.Path)], plan);
        }
    }

    // Folded: how many, the reason in words and as its code, what to do; unfolded, which.
    private void AddPhotos(string kind, Reason reason, List<string> paths, Plan plan) => _html
        .Append($"<details class=\"some {kind}\"><summary><b>{paths.Count:N0}</b> <span>{Text(reason.Meaning)} <code>{Text(reason.Code)}</code>{NextStep(reason, plan)}</span></summary><ul>")
        .Append(string.Concat(paths.Take(NamesShown).Select(path => $"<li>{Text(Path.GetFileName(path))}</li>")))
        .Append(paths.Count > NamesShown ? $"<li>and {paths.Count - NamesShown:N0} more</li>" : "")
        .Append("</ul></details>\n");

    private static string NextStep(Reason reason, Plan plan) =>
        Wording.NextStep(reason, plan.Sequence.Id, plan.Destination) is { Length: > 0 } step ? $"<small>{Text(step.TrimStart())}</small>" : "";

    private void AddEdits(Plan plan)
    {
        if (plan.Edits.Count > 0)
        {
            _html.Append("<section><h2>Edits</h2><ol class=\"edits\">")
                .Append(string.Concat(plan.Edits.Select(edit => $"<li>{Text(edit.PublicText)} <small>{edit.Changed:N0} changed, {edit.LeftOut:N0} left out</small></li>")))
                .Append("</ol></section>\n");
        }
    }

    private void AddProposals(Plan plan)
    {
        if (plan.Proposals.Count == 0)
        {
            return;
        }

        _html.Append("<section><h2>Worth a look</h2>");
        foreach (var proposal in plan.Proposals)
        {
            _html.Append($"<article class=\"proposal\"><p>{Text(proposal.Evidence)} <code>{Text(proposal.Reason.Code)}</code></p>")
                .Append($"<p>{proposal.MatchingBefore:N0} of {Wording.Count(proposal.Photos, "photo")} match now, {proposal.MatchingAfter:N0} would match with:</p>")
                .Append($"<pre>{Text(Command(proposal, plan.Sequence))}</pre></article>");
        }

        _html.Append("</section>\n");
    }

    // Where a track lies on this computer is nobody's business.
    private static string Command(Proposal proposal, Sequence sequence) => proposal.Edits
        .OfType<Geotag>()
        .SelectMany(geotag => geotag.Files)
        .Aggregate(Wording.Accept(proposal, sequence.Id.ToString()), (command, file) => command.Replace(file, Path.GetFileName(file), StringComparison.Ordinal));

    private static string Style()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("plan-page.css")!);
        return reader.ReadToEnd();
    }
}
