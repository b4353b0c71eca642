using System.Text;
using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;

namespace MapThePaths.App.PlanPage;

/// <summary>The photos of a plan as a drawing (SVG): a line for each part, where photos look, cuts, and what is left out. North is up.</summary>
internal sealed class PlanMap
{
    /// <summary>In the drawing's own units.</summary>
    private const double Width = 1000;

    private const double LeastHeight = 320;
    private const double MostHeight = 760;
    private const double Margin = 60;

    /// <summary>Below the map, for scale and north: no photo lies there.</summary>
    private const double Foot = 64;

    // More arrows, and one sees none.
    private const int MostArrows = 250;
    private const int MostCrosses = 500;
    private const int Hues = 6;

    // A walk on the spot should not fill the map.
    private const double LeastMetres = 20;

    private readonly StringBuilder _svg = new();
    private readonly Plan _plan;
    private readonly List<(LeftOut LeftOut, GeoPoint Place)> _leftOut;
    private readonly GeoPoint _centre;
    private readonly double _pixelsPerMetre;
    private readonly double _height;

    private PlanMap(Plan plan, List<(LeftOut LeftOut, GeoPoint Place)> leftOut, List<GeoPoint> places)
    {
        _plan = plan;
        _leftOut = leftOut;
        _centre = places[0];
        var offsets = places.ConvertAll(Offset);
        var (west, east) = (offsets.Min(offset => offset.East), offsets.Max(offset => offset.East));
        var (south, north) = (offsets.Min(offset => offset.North), offsets.Max(offset => offset.North));
        var (wide, high) = (Math.Max(east - west, LeastMetres), Math.Max(north - south, LeastMetres));
        _height = Math.Clamp(((Width - (2 * Margin)) * high / wide) + (2 * Margin), LeastHeight, MostHeight);
        _pixelsPerMetre = Math.Min((Width - (2 * Margin)) / wide, (_height - (2 * Margin)) / high);
        _centre = Moved(places[0], (west + east) / 2, (south + north) / 2);
    }

    /// <summary>Empty when no photo has a place.</summary>
    public static string Of(Plan plan, IReadOnlyList<Photo> photos)
    {
        var byId = photos.ToDictionary(photo => photo.Id);
        var leftOut = plan.HidesPlaces ? [] : (
            from left in plan.LeftOut
            let place = left.PhotoId is { } id ? byId.GetValueOrDefault(id)?.Capture.Position : null
            where place is { IsNullIsland: false }
            select (left, place.Value)).Take(MostCrosses).ToList();
        var places = plan.Parts.SelectMany(part => part.Photos).Select(photo => photo.Position).ToList();
        return places.Count == 0 ? "" : new PlanMap(plan, NearTheWay(leftOut, places), places).Draw();
    }

    /// <summary>The class of a part's colour.</summary>
    public static string Hue(int part) => $"hue{(part - 1) % Hues}";

    // A stray position on another continent would make a dot of the way.
    private static List<(LeftOut LeftOut, GeoPoint Place)> NearTheWay(List<(LeftOut LeftOut, GeoPoint Place)> leftOut, List<GeoPoint> places)
    {
        var reach = Math.Max(LeastMetres, places.Max(place => Geodesy.Distance(places[0], place)));
        return leftOut.FindAll(left => Geodesy.Distance(places[0], left.Place) <= reach);
    }

    private string Draw()
    {
        _svg.Append($"<figure class=\"map\"><svg viewBox=\"0 0 {Width:0} {_height + Foot:0}\" role=\"img\" aria-label=\"Map of the way: {_plan.PhotoCount:N0} photos in {_plan.Parts.Count:N0} parts, north is up\">\n");
        AddCuts();
        foreach (var part in _plan.Parts)
        {
            AddLine(part);
        }

        AddArrows();
        AddCrosses();
        foreach (var part in _plan.Parts)
        {
            AddBeginning(part);
        }

        AddScale();
        _svg.Append("</svg><figcaption><span><i class=\"key line\"></i>a part, from its number on</span><span><i class=\"key arrow\"></i>where a photo looks</span><span><i class=\"key cut\"></i>a cut</span>")
            .Append(_leftOut.Count > 0 ? "<span><i class=\"key cross\">×</i>left out</span>" : "")
            .Append("</figcaption></figure>");
        return _svg.ToString();
    }

    private void AddCuts()
    {
        foreach (var (before, part) in _plan.Parts.Zip(_plan.Parts.Skip(1)))
        {
            var (from, to) = (At(before.Photos[^1].Position), At(part.Photos[0].Position));
            _svg.Append($"<line class=\"cut\" x1=\"{from.X:0.0}\" y1=\"{from.Y:0.0}\" x2=\"{to.X:0.0}\" y2=\"{to.Y:0.0}\"><title>Part {Wording.Number(part)} begins {PlanHtml.Text(Wording.Cut(part))}</title></line>\n");
        }
    }

    private void AddLine(PlannedPart part)
    {
        _svg.Append($"<polyline class=\"way {Hue(part.Place)}\" points=\"");
        var before = "";
        foreach (var photo in part.Photos)
        {
            var place = At(photo.Position);
            var text = $"{place.X:0.0},{place.Y:0.0} ";
            _svg.Append(text == before ? "" : text);
            before = text;
        }

        _svg.Append($"\"><title>Part {Wording.Number(part)}: {Wording.Count(part.Photos.Count, "photo")}, {Wording.Totals(part.Totals)}</title></polyline>\n");
    }

    private void AddArrows()
    {
        var every = Math.Max(1, (int)Math.Ceiling(_plan.PhotoCount / (double)MostArrows));
        var looking = _plan.Parts.SelectMany(part => part.Photos.Select(photo => (part, photo))).Where((_, index) => index % every == 0);
        foreach (var (part, photo) in looking)
        {
            var place = At(photo.Position);
            var shape = photo.Heading is { } heading
                ? $"<path class=\"arrow {Hue(part.Place)}\" transform=\"translate({place.X:0.0} {place.Y:0.0}) rotate({heading:0.0})\" d=\"M0-15 6 3 0 0-6 3Z\">"
                : $"<path class=\"arrow {Hue(part.Place)}\" transform=\"translate({place.X:0.0} {place.Y:0.0})\" d=\"M0-4 4 0 0 4-4 0Z\">";
            _svg.Append($"{shape}<title>{PlanHtml.Text(Path.GetFileName(photo.Photo.Path))}, {PlanHtml.Taken(photo.TakenAt, _plan)}{(photo.Heading is { } degrees ? $", {degrees:0}°" : "")}</title></path>\n");
        }
    }

    private void AddCrosses()
    {
        foreach (var (leftOut, position) in _leftOut)
        {
            var place = At(position);
            _svg.Append($"<path class=\"cross\" transform=\"translate({place.X:0.0} {place.Y:0.0})\" d=\"M-6-6 6 6M6-6-6 6\"><title>{PlanHtml.Text(Wording.LeftOut(leftOut with { Twin = null }))}</title></path>\n");
        }
    }

    private void AddBeginning(PlannedPart part)
    {
        var place = At(part.Photos[0].Position);
        _svg.Append($"<g class=\"begin {Hue(part.Place)}\" transform=\"translate({place.X:0.0} {place.Y:0.0})\"><circle r=\"15\"/><text dy=\".35em\">{Wording.Number(part)}</text><title>Part {Wording.Number(part)} begins {PlanHtml.Text(Wording.Cut(part))}</title></g>\n");
    }

    private void AddScale()
    {
        var metres = RoundLength(200 / _pixelsPerMetre);
        var length = metres * _pixelsPerMetre;
        _svg.Append($"<g class=\"scale\" transform=\"translate(24 {_height + Foot - 16:0})\"><path d=\"M0-8V0H{length:0.0}V-8\"/><text x=\"{length / 2:0.0}\" dy=\"-8\">{(metres < 1000 ? $"{metres:0.##} m" : $"{metres / 1000:0} km")}</text></g>");
        _svg.Append($"<g class=\"scale north\" transform=\"translate({Width - 34:0} {_height + Foot - 28:0})\"><path d=\"M0-24 9 12 0 5-9 12Z\"/><text dx=\"-26\" dy=\".2em\">N</text></g>\n");
    }

    // 1, 2 or 5 of some power of ten.
    private static double RoundLength(double metres)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(metres)));
        return (metres / power) switch
        {
            >= 5 => 5 * power,
            >= 2 => 2 * power,
            _ => power,
        };
    }

    private (double X, double Y) At(GeoPoint place)
    {
        var (east, north) = Offset(place);
        return ((Width / 2) + (east * _pixelsPerMetre), (_height / 2) - (north * _pixelsPerMetre));
    }

    // Metres from the centre; flat enough for a day's way, and right across the 180° meridian.
    private (double East, double North) Offset(GeoPoint place)
    {
        const double MetresPerDegree = Geodesy.EarthRadius * Math.PI / 180;
        var longitude = Math.IEEERemainder(place.Longitude - _centre.Longitude, 360);
        return (longitude * MetresPerDegree * Math.Cos(_centre.Latitude * Math.PI / 180), (place.Latitude - _centre.Latitude) * MetresPerDegree);
    }

    private static GeoPoint Moved(GeoPoint place, double east, double north)
    {
        const double MetresPerDegree = Geodesy.EarthRadius * Math.PI / 180;
        return new GeoPoint(place.Latitude + (north / MetresPerDegree), place.Longitude + (east / MetresPerDegree / Math.Cos(place.Latitude * Math.PI / 180)));
    }
}
