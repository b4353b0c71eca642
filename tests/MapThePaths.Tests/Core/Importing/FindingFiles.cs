using MapThePaths.Core.Importing;
using MapThePaths.Core.Model;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Core.Importing;

public sealed class FindingFiles : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _passedOver = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Photos_are_found_at_any_depth_by_name_or_by_content_each_once()
    {
        Save("b.JPG");
        Save("a/deep/er/c.jpeg");
        Save("d.jpe");
        Save("looks-like-text.txt", APhoto.Anywhere().Bytes());
        Save("notes.txt", "FF D8 FF"u8.ToArray());
        Save("track.gpx");

        var found = Find(_folder.Path, _folder["b.JPG"], _folder["a"]);

        Assert.Equal(["a/deep/er/c.jpeg", "b.JPG", "d.jpe", "looks-like-text.txt"], found);
    }

    [Fact]
    public void A_file_that_is_named_itself_is_taken_whatever_it_is_called()
    {
        Save("photo.bin");

        Assert.Equal(["photo.bin"], Find(_folder["photo.bin"]));
    }

    [Fact]
    public void Hidden_files_and_folders_are_passed_over()
    {
        Save(".trash/a.jpg");
        Save(".b.jpg");
        Save("._c.jpg");
        Save("d.jpg");

        Assert.Equal(["d.jpg"], Find(_folder.Path));
    }

    [Fact]
    public void A_link_to_a_folder_is_not_followed_so_that_no_circle_is_endless()
    {
        Save("a/b.jpg");
        Directory.CreateSymbolicLink(_folder["a/up"], _folder.Path);

        Assert.Equal(["a/b.jpg"], Find(_folder.Path));
    }

    [Fact]
    public async Task A_pipe_is_not_opened_to_see_what_it_is()
    {
        Save("a.jpg");
        APipe.At(_folder["pipe"]);
        APipe.At(_folder["pipe.jpg"]);
        File.CreateSymbolicLink(_folder["link"], "pipe");
        File.CreateSymbolicLink(_folder["broken link"], "nothing");

        var found = await Task.Run(() => Find(_folder.Path).ToList(), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal(["a.jpg", "pipe.jpg"], found);
    }

    [Fact]
    public void A_path_that_does_not_exist_is_the_users_mistake_and_is_named()
    {
        var mistake = Assert.Throws<UserMistakeException>(() => Find(_folder["nowhere"]));

        Assert.Contains(_folder["nowhere"], mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_jpeg_is_told_of_and_hidden_files_are_not()
    {
        Save("a.jpg");
        Save("video.mp4");
        Save("deep/track.gpx");
        Save(".hidden.txt");

        Assert.Equal(["a.jpg"], Find(_folder.Path));

        Assert.Equal(["deep/track.gpx", "video.mp4"], _passedOver.Select(path => Path.GetRelativePath(_folder.Path, path).Replace('\\', '/')).Order());
    }

    private void Save(string name, byte[]? bytes = null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[name])!);
        _folder.Save(name, bytes ?? "anything"u8.ToArray());
    }

    private IEnumerable<string> Find(params string[] paths) => PhotoFiles
        .Find(paths, unreadable: folder => Assert.Fail(folder), passedOver: _passedOver.Add)
        .Select(path => Path.GetRelativePath(_folder.Path, path).Replace('\\', '/'));
}
