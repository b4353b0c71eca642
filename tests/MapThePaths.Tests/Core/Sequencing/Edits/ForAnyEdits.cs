using FsCheck;
using FsCheck.Fluent;
using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;
using MapThePaths.Core.Sequencing;
using MapThePaths.Core.Sequencing.Edits;
using MapThePaths.Tests.Fixtures;
using NodaTime;

namespace MapThePaths.Tests.Core.Sequencing.Edits;

/// <summary>What holds for any edits of any photos, anywhere on Earth. A failing case prints its seed.</summary>
public sealed class ForAnyEdits
{
    // The meridian of 180°, both poles, the equator at Greenwich, and a place where people live.
    private static readonly Gen<GeoPoint> Somewhere = Gen.Elements(
        new GeoPoint(-17, 179.9995), new GeoPoint(-17, -179.9995), new GeoPoint(3, 180), new GeoPoint(3, -180), new GeoPoint(90, 20), new GeoPoint(89.9999, 20), new GeoPoint(-90, 0), new GeoPoint(-89.9999, -100), new GeoPoint(0, 0.0001), new GeoPoint(47, 8));

    private static readonly Gen<Photo> AnyPhoto =
        from place in Somewhere
        from seconds in Gen.Choose(0, 90)
        from north in Gen.Choose(-9, 9)
        from east in Gen.Choose(-9, 9)
        from heading in Gen.Choose(-1, 359)
        from altitude in Gen.Choose(-50, 5000)
        from camera in Gen.Choose(0, 1)
        from lack in Gen.Choose(0, 9)
        select Lacking(lack, Shot.Of($"{Guid.NewGuid()}.jpg", seconds).At(Math.Clamp(place.Latitude + (north * 0.00001), -90, 90), Math.Clamp(place.Longitude + (east * 0.00005), -180, 180)).High(altitude).By($"camera {camera}")
            .Knowing(capture => capture with { Heading = heading < 0 ? null : heading }));

    public static readonly Gen<Edit> AnyEdit = Gen.OneOf(
        Gen.Choose(-100_000, 100_000).Select(seconds => (Edit)new ShiftTime(seconds / 10.0)),
        Gen.Elements<Edit>(new SetTimeZone("Europe/Rome"), new SetTimeZone("+05:45"), new SetTimeZone("utc")),
        from kind in Gen.Elements(SpacedBy.Seconds, SpacedBy.Metres, SpacedBy.Altitude)
        from least in Gen.Choose(1, 20)
        select (Edit)new Space(kind, least),
        from mode in Gen.Elements(OutlierMode.Drop, OutlierMode.Smooth)
        from metres in Gen.Choose(1, 200)
        from speed in Gen.Choose(1, 500)
        select (Edit)new TreatOutliers(mode, metres, speed),
        Gen.Choose(-360, 360).Select(degrees => (Edit)new TurnHeadings(degrees)),
        Gen.Elements<Edit>(new ChooseHeadings(HeadingSource.Keep), new ChooseHeadings(HeadingSource.Compute)),
        from centre in Somewhere
        from metres in Gen.Choose(1, 500)
        select (Edit)new PrivacyZone(centre.Latitude, centre.Longitude, metres),
        from end in Gen.Elements(SequenceEnd.Start, SequenceEnd.End)
        from metres in Gen.Choose(1, 50)
        select (Edit)new TrimEnd(end, metres),
        from start in Somewhere
        from goal in Somewhere
        from sameSecond in Gen.Elements(true, false)
        from onlyMissing in Gen.Elements(true, false)
        select (Edit)new Geotag(["a.gpx"], 60, sameSecond, onlyMissing)
        {
            Track = Track.Merge([[new TrackFix(Shot.Noon, start, 10), new TrackFix(Shot.Noon + Duration.FromSeconds(45), goal, 20)]]),
        });

    private static readonly Arbitrary<(Photo[] Photos, Edit[] Edits)> Cases =
        (from photos in Gen.ArrayOf(AnyPhoto) from edits in Gen.ArrayOf(AnyEdit) select (photos, edits)).ToArbitrary();

    [Fact]
    public void Each_edit_keeps_or_leaves_out_every_photo_once()
    {
        Prop.ForAll(Cases, example =>
        {
            var photos = MapThePaths.Core.Sequencing.Editing.Apply(ASequence.Of(), example.Photos, []).Photos;
            Assert.All(example.Edits, edit =>
            {
                var result = edit.Apply(photos);
                Assert.Equal(
                    photos.Select(photo => photo.Photo.Id).Order(),
                    result.Photos.Select(photo => photo.Photo.Id).Concat(result.LeftOut.Select(left => left.PhotoId!.Value)).Order());
            });
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_same_edits_of_the_same_photos_give_the_same_and_change_nothing_they_were_given()
    {
        Prop.ForAll(Cases, example =>
        {
            var captures = example.Photos.Select(photo => photo.Capture).ToList();

            var (first, second) = (Arranged(example), Arranged(example));

            Assert.Equal(Told(first), Told(second));
            Assert.Equal(captures, example.Photos.Select(photo => photo.Capture));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Without_the_last_edit_all_is_as_before_it()
    {
        Prop.ForAll(Cases, example =>
        {
            var edits = example.Edits.Select((edit, index) => EditTable.Record(edit, index + 1)).ToList();
            if (edits.Count > 0)
            {
                edits.RemoveAt(edits.Count - 1);
            }

            Assert.Equal(Told(Arranged((example.Photos, [.. example.Edits.SkipLast(1)]))), Told(Arranged((example.Photos, [.. edits.Select(EditTable.Read)]))));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Counts_add_up()
    {
        Prop.ForAll(Cases, example =>
        {
            var arranged = Arranged(example);
            Assert.Equal(example.Photos.Length, arranged.FileCount);
            Assert.Equal(
                example.Photos.Select(photo => photo.Path).Order(StringComparer.Ordinal),
                arranged.Runs.SelectMany(run => run.Photos).Select(photo => photo.Photo.Path).Concat(arranged.LeftOut.Select(left => left.Path)).Order(StringComparer.Ordinal));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Headings_and_positions_stay_in_range_and_no_two_photos_have_the_same_millisecond()
    {
        Prop.ForAll(Cases, example =>
        {
            var photos = Arranged(example).Runs.SelectMany(run => run.Photos).ToList();
            Assert.All(photos, photo =>
            {
                Assert.True(photo.Heading is null or (>= 0 and < 360), $"Heading {photo.Heading}");
                Assert.InRange(photo.Position.Latitude, -90, 90);
                Assert.InRange(photo.Position.Longitude, -180, 180);
            });
            Assert.Distinct(photos.Select(photo => photo.TakenAt.ToUnixTimeMilliseconds()));
        }).QuickCheckThrowOnFailure();
    }

    private static ArrangedSequence Arranged((Photo[] Photos, Edit[] Edits) example) => ASequence.Of().Editing(example.Photos, example.Edits);

    public static List<string> Told(ArrangedSequence arranged) =>
    [
        .. arranged.Runs.SelectMany(run => run.Photos.Select(photo => $"{run.Cut.Code} {run.Measure} {photo.Photo.Id} {photo.TakenAt} {photo.Position} {photo.Altitude} {photo.Heading} {string.Join(' ', photo.Warnings)}")),
        .. arranged.LeftOut.Select(left => left.ToString()),
        .. arranged.Edits.Select(edit => edit.ToString()),
    ];

    private static Photo Lacking(int lack, Photo photo) => lack switch
    {
        0 => photo.WithoutPosition(),
        1 => photo.WithoutTime(),
        2 => photo.At(0, 0),
        3 => photo.OnlyByClock(photo.Capture.TakenAt!.Value.InUtc().LocalDateTime.PlusHours(2)),
        _ => photo,
    };
}
