using System.Globalization;
using System.Text;
using MapThePaths.Emulator.Wire;
using Microsoft.AspNetCore.Http.Extensions;

namespace MapThePaths.Emulator.MapillaryV3.Queries;

/// <summary>
/// One page of a list, and the way to the others in the <c>Link</c> header (§4), in the cursor form that nobody can guess. In
/// order of the keys where <c>sort_by=key</c> asks for it; else in no order that holds from one page to the next, since none is known (§7).
/// </summary>
internal sealed class ResultPage
{
    private const int UsualLength = 200;
    private const int MostLength = 1000;
    private const string Next = "_next_page_token";
    private const string Previous = "_prev_page_token";
    private readonly int _length;
    private readonly int _page;
    private readonly bool _isByKey;

    public ResultPage(QueryReader query)
    {
        _length = query.Number("per_page") ?? UsualLength;
        query.Blame("per_page", _length is < 1 or > MostLength);
        _isByKey = query.Object("sort_by", static text => text == "key" ? text : null) is not null;
        var byNumber = Math.Max(1, query.Number("page") ?? 1);
        _page = ReadToken(query, Next) ?? ReadToken(query, Previous) ?? byNumber;
    }

    public IEnumerable<T> Of<T>(IEnumerable<T> all, Func<T, string> key)
    {
        var isBackwards = !_isByKey && _page % 2 == 1;
        var ordered = isBackwards ? all.OrderByDescending(key, StringComparer.Ordinal) : all.OrderBy(key, StringComparer.Ordinal);
        return ordered.Skip((_page - 1) * _length).Take(_length);
    }

    public string Links(Call call, int count)
    {
        List<string> links = [Link(call, "first", null, 1)];
        if (_page > 1)
        {
            links.Add(Link(call, "prev", Previous, _page - 1));
        }

        if (count > _page * _length)
        {
            links.Add(Link(call, "next", Next, _page + 1));
        }

        return string.Join(", ", links);
    }

    private static int? ReadToken(QueryReader query, string name)
    {
        var token = query.Object(name, static text => Page(text) is { } page ? (object)page : null);
        return (int?)token;
    }

    private static int? Page(string token)
    {
        var bytes = new byte[16];
        var number = Convert.TryFromBase64String(token, bytes, out var length) ? Encoding.ASCII.GetString(bytes, 0, length).Split('/')[^1] : "";
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : null;
    }

    /// <summary>All filters and the app stay in it; a token never was in the address.</summary>
    private static string Link(Call call, string relation, string? parameter, int page)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in call.Request.Query.Where(part => part.Key is not ("page" or Next or Previous)))
        {
            query.Add(name, value.ToString());
        }

        if (parameter is not null)
        {
            query.Add(parameter, Convert.ToBase64String(Encoding.ASCII.GetBytes($"p/{page}")));
        }

        return $"<{call.Origin}{call.Request.Path}{query}>; rel=\"{relation}\"";
    }
}
