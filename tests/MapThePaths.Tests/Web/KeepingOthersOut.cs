using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Web;

/// <summary>Only the browser that was given the start address gets in, and only by our own page.</summary>
public sealed class KeepingOthersOut : APageOfAWalk
{
    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("127.0.0.1:1")]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    public async Task Another_name_of_this_computer_is_refused(string host)
    {
        var page = await OpenAsync();

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(page, HttpMethod.Get, "/api/sequences", ("Host", host)));
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://localhost:1")]
    [InlineData("null")]
    public async Task Another_origin_is_refused(string origin)
    {
        var page = await OpenAsync();

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(page, HttpMethod.Post, "/api/practice", ("Origin", origin)));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(page, HttpMethod.Get, "/api/sequences", ("Origin", origin)));
    }

    [Fact]
    public async Task What_could_change_something_must_name_its_origin()
    {
        var page = await OpenAsync();

        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Patch, HttpMethod.Delete })
        {
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(page, method, "/api/sequences/1", ("Origin", null)));
        }
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task A_request_that_another_site_makes_is_refused(string site)
    {
        var page = await OpenAsync();

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(page, HttpMethod.Get, "/api/photos/1/picture", ("Sec-Fetch-Site", site)));
    }

    [Fact]
    public async Task Without_the_cookie_nothing_is_answered()
    {
        var page = await OpenAsync();
        var name = page.Cookie.Split('=')[0];

        foreach (var cookie in new[] { null, $"{name}=wrong", $"{name}=", "mtpdu=1" })
        {
            foreach (var path in new[] { "/", "/api/sequences", "/api/openapi.json", "/api/runs/1/events", "/assets/x.js" })
            {
                Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(page, HttpMethod.Get, path, ("Cookie", cookie)));
            }
        }
    }

    [Fact]
    public async Task The_start_address_is_good_for_one_browser()
    {
        var page = await OpenAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(page, HttpMethod.Get, page.Start.PathAndQuery, ("Cookie", null)));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(page, HttpMethod.Get, page.Start.PathAndQuery));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(page, HttpMethod.Get, "/?token=", ("Cookie", null)));
    }

    [Fact]
    public async Task No_other_site_is_ever_allowed_to_read_an_answer()
    {
        var page = await OpenAsync();

        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Options })
        {
            using var answer = await page.SendAsync(method, "/api/sequences", content: null, ("Access-Control-Request-Method", "GET"));
            Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
        }

        using var own = await page.SendAsync(HttpMethod.Get, "/api/sequences");
        Assert.Equal("nosniff", own.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("frame-ancestors 'none'", own.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scripts_cannot_read_the_cookie_and_other_sites_do_not_carry_it()
    {
        var page = await OpenAsync();
        var second = await OpenAsync();

        // Each instance has a name of its own, so that two do not take each other's.
        Assert.NotEqual(page.Cookie.Split('=')[0], second.Cookie.Split('=')[0]);
        Assert.Contains("httponly", page.CookieAsSet, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", page.CookieAsSet, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/../../../../etc/passwd")]
    [InlineData("/assets/..%2f..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("/%2e%2e/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/..%5c..%5c..%5cetc%5cpasswd")]
    [InlineData("//etc/passwd")]
    [InlineData("/api/photos/..%2f..%2fetc%2fpasswd/picture")]
    public async Task No_address_leads_out_of_the_page(string address)
    {
        var page = await OpenAsync();

        // By hand, since clients tidy such addresses up.
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, page.Origin.Port, TestContext.Current.CancellationToken);
        await socket.SendAsync(
            Encoding.ASCII.GetBytes($"GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{page.Origin.Port}\r\nCookie: {page.Cookie}\r\nConnection: close\r\n\r\n"),
            TestContext.Current.CancellationToken);
        using var reader = new StreamReader(new NetworkStream(socket));
        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("HTTP/1.1", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
        Assert.True(answer.Contains(" 404 ", StringComparison.Ordinal) || answer.Contains(" 400 ", StringComparison.Ordinal) || answer.Contains("<title>", StringComparison.Ordinal), answer);
    }

    [Fact]
    public async Task Other_computers_cannot_reach_it()
    {
        var page = await OpenAsync();
        var ours = (await Dns.GetHostAddressesAsync(Dns.GetHostName(), AddressFamily.InterNetwork, TestContext.Current.CancellationToken))
            .FirstOrDefault(address => !IPAddress.IsLoopback(address));
        Assert.SkipWhen(ours is null, "This computer has no other address.");

        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

        await Assert.ThrowsAsync<SocketException>(() => socket.ConnectAsync(ours!, page.Origin.Port, TestContext.Current.CancellationToken).AsTask());
    }

    [Fact]
    public async Task No_secret_is_in_any_answer()
    {
        string[] secrets = ["theSecretOfTheApp", "theSecretOfTheWebApp", "theTokenOfTheWeb", "aTokenThatWasPasted", Service.Addresses.AccessToken];
        Program.With("MAPILLARY_APP_ID", "1").With("MAPILLARY_SECRET", secrets[0]).With("MTP_WEB_URL", "http://127.0.0.1:1")
            .With("MTP_WEB_APP_ID", "2").With("MTP_WEB_APP_SECRET", secrets[1]).With("MTP_WEB_TOKEN", secrets[2]);
        var page = await OpenAsync();
        var id = await ImportAsync(page);
        await page.RunAsync($"/api/sequences/{id}/send", new { destinations = Words("mapillary"), dryRun = false, follow = true });

        foreach (var path in new[] { "settings", "accounts", "doctor", "destinations", "runs", $"sequences/{id}", $"sequences/{id}/records", $"sequences/{id}/life-lines", $"sequences/{id}/parts" })
        {
            await page.GetAsync($"/api/{path}");
        }

        await page.RefusedAsync(HttpMethod.Post, "/api/accounts/mapillary/token", new { token = secrets[3] });

        Assert.Contains("MAPILLARY_ACCESS_TOKEN", page.Answers, StringComparison.Ordinal);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, page.Answers, StringComparison.Ordinal));
    }

    private static async Task<HttpStatusCode> StatusAsync(OpenPage page, HttpMethod method, string path, params (string Name, string? Value)[] headers)
    {
        using var answer = await page.SendAsync(method, path, method == HttpMethod.Get ? null : JsonContent.Create(new { }), headers);
        return answer.StatusCode;
    }
}
