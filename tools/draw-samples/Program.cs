using DrawSamples.Photos;

// draw-samples <folder> [--draft] [<photo>...]
// Draws the sample photos of `mtpdu practice` into the folder: all of them, or those that are named.
// A draft is small and rough, for looking at a change of the landscape.
// Needs ffmpeg and exiftool on the path.
var draft = args.Contains("--draft", StringComparer.Ordinal);
var words = args.Where(word => word != "--draft").ToList();
if (words.Count == 0)
{
    await Console.Error.WriteLineAsync("draw-samples <folder> [--draft] [<photo>...]");
    return 2;
}

var folder = Directory.CreateDirectory(words[0]).FullName;
var wanted = words.Skip(1).ToList();
var studio = new Studio(draft);
foreach (var shot in Shots.All.Where(shot => wanted.Count == 0 || wanted.Contains(shot.Name, StringComparer.OrdinalIgnoreCase)))
{
    var file = Path.Combine(folder, shot.Name);
    var picture = studio.Take(shot);
    await Encoder.WriteAsync(file, picture);
    await Labeller.LabelAsync(file, shot, picture);
    Console.WriteLine($"{shot.Name} {new FileInfo(file).Length} bytes");
}

return 0;
