using FsCheck;
using FsCheck.Fluent;
using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Core.Sequencing;

/// <summary>What holds for photos nobody thought of. A failing case prints its seed.</summary>
public sealed class ForAnyPhotos
{
    private static readonly Gen<double?> Heading = Gen.OneOf(Gen.Constant((double?)null), Gen.Choose(0, 359).Select(degrees => (double?)degrees));

    // Close enough that runs of several photos are common, wild enough that every rule is broken now and then.
    private static readonly Gen<Photo> AnyPhoto =
        from name in Gen.Choose(0, int.MaxValue)
        from milliseconds in Gen.Choose(0, 600_000)
        from centimetres in Gen.Frequency((4, Gen.Choose(0, 300_00)), (1, Gen.Choose(0, 20)), (1, Gen.Choose(0, 100_000_00)))
        from heading in Heading
        from camera in Gen.Choose(0, 1)
        from width in Gen.Elements(4000, 5760)
        from lack in Gen.Choose(0, 19)
        select Lacking(lack, Shot.Of($"{name}-{Guid.NewGuid()}", milliseconds / 1000.0, centimetres / 100.0)
            .Knowing(capture => capture with { Heading = heading, Make = $"camera {camera}", Width = width }));

    private static readonly Arbitrary<Photo[]> AnyPhotos = Gen.ArrayOf(AnyPhoto).ToArbitrary();

    [Fact]
    public void Every_file_is_in_exactly_one_run_or_left_out()
    {
        Prop.ForAll(AnyPhotos, photos =>
        {
            var arranged = ASequence.Arranged(photos);
            var accounted = arranged.Runs.SelectMany(run => run.Photos).Select(photo => photo.Photo.Path).Concat(arranged.LeftOut.Select(left => left.Path));
            Assert.Equal(photos.Select(photo => photo.Path).Order(StringComparer.Ordinal), accounted.Order(StringComparer.Ordinal));
            Assert.Equal(photos.Length, arranged.FileCount);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Every_run_keeps_the_limits()
    {
        Prop.ForAll(AnyPhotos, photos => Assert.All(ASequence.Arranged(photos).Runs, run =>
        {
            Assert.NotEmpty(run.Photos);
            Assert.Single(run.Photos.Select(photo => (photo.Photo.Capture.Make, photo.Photo.Capture.Width)).Distinct());
            Assert.All(run.Photos.Zip(run.Photos.Skip(1)), pair => CheckNeighbours(pair.First, pair.Second));
            Assert.All(run.Photos.Zip(run.Photos.Skip(1)), pair => CheckPauses(pair.First, pair.Second, photos));
            Assert.InRange(AverageSpeed(run), 0, 400);
        })).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Each_photo_has_a_heading_unless_it_is_alone_and_the_cameras_is_kept()
    {
        Prop.ForAll(AnyPhotos, photos => Assert.All(ASequence.Arranged(photos).Runs.SelectMany(run => run.Photos.Select(photo => (run, photo))), pair =>
        {
            Assert.True(pair.photo.Heading is >= 0 and < 360 || pair.run.Photos.Count == 1, "No heading.");
            Assert.Equal(pair.photo.Photo.Capture.Heading ?? pair.photo.Heading, pair.photo.Heading);
        })).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_order_in_which_photos_are_given_does_not_matter()
    {
        Prop.ForAll(AnyPhotos, photos =>
        {
            var (forwards, backwards) = (ASequence.Arranged(photos), ASequence.Arranged([.. photos.Reverse()]));
            Assert.Equal(forwards.Layout(), backwards.Layout());
            Assert.Equal(forwards.Omissions(), backwards.Omissions());
            Assert.Equal(forwards.Cuts(), backwards.Cuts());
        }).QuickCheckThrowOnFailure();
    }

    private static Photo Lacking(int lack, Photo photo) => lack switch
    {
        0 => photo.WithoutPosition(),
        1 => photo.WithoutTime(),
        2 => photo.At(0, 0),
        _ => photo,
    };

    private static void CheckNeighbours(ArrangedPhoto earlier, ArrangedPhoto later)
    {
        Assert.True(earlier.TakenAt <= later.TakenAt, "Out of order.");
        var metres = Geodesy.Distance(earlier.Position, later.Position);
        Assert.InRange(metres, 0, 100);
        Assert.True(
            metres > 0.1 || Geodesy.AngleBetween(earlier.Photo.Capture.Heading!.Value, later.Photo.Capture.Heading!.Value) > 5,
            "Two photos show the same.");
    }

    // Near-duplicates between two photos are left out, and yet show that the camera did not pause.
    private static void CheckPauses(ArrangedPhoto earlier, ArrangedPhoto later, Photo[] all)
    {
        var camera = earlier.Photo.Capture;
        var times = all
            .Where(photo => photo.Capture is { WhyUnusable: null } capture && capture.Make == camera.Make && capture.Width == camera.Width)
            .Select(photo => photo.Capture.TakenAt!.Value)
            .Where(time => time >= earlier.TakenAt && time <= later.TakenAt)
            .Order()
            .ToList();
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.InRange((pair.Second - pair.First).TotalSeconds, 0, 60));
    }

    private static double AverageSpeed(Run run)
    {
        var metres = run.Photos.Zip(run.Photos.Skip(1), (from, to) => Geodesy.Distance(from.Position, to.Position)).Sum();
        return metres == 0 ? 0 : metres * 3.6 / (run.Photos[^1].TakenAt - run.Photos[0].TakenAt).TotalSeconds;
    }
}
