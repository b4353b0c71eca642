using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows.SigningIn;

/// <summary>Where tokens lie. The desktop's key ring is played by a script that keeps what it is given in files.</summary>
public sealed class KeepingTokens : ASignIn
{
    private const string WorkingKeyRing = """
        file="$(dirname "$0")/ring-$(echo "$*" | sed 's/.*account //' | tr -c 'a-z0-9\n' _)"
        case "$1" in
          store) cat > "$file" ;;
          lookup) cat "$file" 2>/dev/null ;;
          clear) rm -f "$file" ;;
        esac
        """;

    private const UnixFileMode Owners = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Fact]
    public async Task A_desktop_keeps_tokens_in_its_key_ring()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems have other key rings.");
        using var tools = new FakeTools();
        tools.Add("secret-tool", WorkingKeyRing);
        Program.With("PATH", tools.Path);
        AWalk.Of(2).SaveTo(Photos);

        var account = (await LoginAsync()).Of("account").Single();
        (await UploadAsync()).Ends(0);

        var kept = Assert.Single(Directory.EnumerateFiles(tools.Folder, "ring-*"));
        Assert.Equal("secret-service", account.Text("store"));
        Assert.Equal(Service.TokenOf("practice"), await File.ReadAllTextAsync(kept, TestContext.Current.CancellationToken));
        Assert.False(Directory.Exists(Path.Combine(Program.Home, "secrets")));
        (await Program.RunAsync("logout", "mapillary")).Ends(0);
        Assert.Empty(Directory.EnumerateFiles(tools.Folder, "ring-*"));
    }

    [Theory]
    [InlineData("echo 'Cannot autolaunch D-Bus without X11 $DISPLAY' >&2; exit 1")]
    [InlineData("cat >/dev/null; exit 0")]
    public async Task Where_the_key_ring_does_not_work_an_encrypted_file_keeps_the_token(string script)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems have other key rings.");
        using var tools = new FakeTools();
        tools.Add("secret-tool", script);
        Program.With("PATH", tools.Path);

        var account = (await LoginAsync()).Of("account").Single();

        Assert.Equal("file", account.Text("store"));
        (await Program.RunAsync("doctor")).Ends(0);
        NoFileHolds(Service.TokenOf("practice"));
    }

    [Fact]
    public async Task Everything_about_accounts_is_its_owners_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Permissions are another matter there.");
            return;
        }

        await LoginAsync();

        Assert.All(Directory.EnumerateFiles(Program.Home, "*", SearchOption.AllDirectories), file => Assert.Equal(Owners, new FileInfo(file).UnixFileMode));
        Assert.All(Directory.EnumerateDirectories(Program.Home, "*", SearchOption.AllDirectories), folder => Assert.Equal(Owners | UnixFileMode.UserExecute, new DirectoryInfo(folder).UnixFileMode));
    }

    [Fact]
    public async Task One_accounts_file_does_not_open_in_anothers_place()
    {
        await LoginAsync("ada");
        await LoginAsync("bob");
        var secrets = Path.Combine(Program.Home, "secrets");
        File.Copy(Path.Combine(secrets, "mapillary%2Fada.token"), Path.Combine(secrets, "mapillary%2Fbob.token"), overwrite: true);
        AWalk.Of(2).SaveTo(Photos);

        (await UploadAsync("--account", "bob")).Ends(4);
        (await UploadAsync("--account", "ada")).Ends(0);
    }
}
