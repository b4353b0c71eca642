using FsCheck;
using FsCheck.Fluent;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using MapThePaths.Core.Preparing;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Core.Preparing;

public sealed class PlanningParts
{
    private static readonly DestinationRules Rules =
        new(MaxPhotosPerPart: 500, MaxPixelsPerPart: 6_000_000_000, new HashSet<string>(StringComparer.Ordinal) { "flat", "equirectangular" }, AcceptsAir: false);

    [Theory]
    [InlineData(2, "2")]
    [InlineData(499, "499")]
    [InlineData(500, "500")]
    [InlineData(501, "251 250")]
    [InlineData(1000, "500 500")]
    [InlineData(1001, "334 334 333")]
    [InlineData(1500, "500 500 500")]
    [InlineData(1900, "475 475 475 475")]
    public void Parts_by_count_are_balanced_so_that_no_photo_is_left_alone(int photos, string lengths)
    {
        var plan = PlanFor(Rules, Shot.Walk(photos));

        Assert.Equal(lengths, string.Join(' ', plan.Parts.Select(part => part.Photos.Count)));
        Assert.Equal(photos, plan.FileCount);
    }

    [Fact]
    public void Whatever_the_limit_parts_keep_it_and_differ_by_one_photo_at_most()
    {
        var photosAndLimit = (from photos in Gen.Choose(1, 60) from limit in Gen.Choose(1, 70) select (photos, limit)).ToArbitrary();

        Prop.ForAll(photosAndLimit, any =>
        {
            var parts = PlanFor(Rules with { MaxPhotosPerPart = any.limit }, Shot.Walk(any.photos)).Parts;
            var lengths = parts.Select(part => part.Photos.Count).ToList();
            Assert.Equal(any.photos, lengths.Sum());
            Assert.InRange(lengths.Max(), 1, any.limit);
            Assert.InRange(lengths.Max() - lengths.Min(), 0, 1);
            Assert.Equal((any.photos + any.limit - 1) / any.limit, lengths.Count);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Parts_by_count_keep_the_order_and_say_why_they_begin()
    {
        var plan = PlanFor(Rules with { MaxPhotosPerPart = 2 }, Shot.Walk(5));

        Assert.Equal(["0000 0001", "0002 0003", "0004"], plan.Parts.Select(Names));
        Assert.Equal(["first", "too-many-photos", "too-many-photos"], plan.Parts.Select(part => part.Cut.Code));
        Assert.Equal([1, 2, 3], plan.Parts.Select(part => part.Place));
    }

    [Theory]
    [InlineData(2, "2 2 1")]
    [InlineData(4, "3 2")]
    [InlineData(9, "5")]
    [InlineData(null, "5")]
    public void The_sequences_own_limit_counts_where_it_is_the_lower_one(int? limit, string lengths)
    {
        var arranged = ASequence.Of().With(rules => rules with { MaxPhotos = limit }).Arranging(Shot.Walk(5));

        var plan = Planning.Plan(arranged, "somewhere", Rules with { MaxPhotosPerPart = 6 });

        Assert.Equal(lengths, string.Join(' ', plan.Parts.Select(part => part.Photos.Count)));
        Assert.All(plan.Parts.Skip(1), part => Assert.Equal(Reason.TooManyPhotos, part.Cut));
    }

    [Fact]
    public void A_part_has_no_more_pixels_than_the_destination_takes()
    {
        var fourOfTwelveMegapixels = Rules with { MaxPixelsPerPart = 48_000_000 };

        Assert.Single(PlanFor(fourOfTwelveMegapixels, Shot.Walk(4)).Parts);
        var plan = PlanFor(fourOfTwelveMegapixels, Shot.Walk(5));

        Assert.Equal([3, 2], plan.Parts.Select(part => part.Photos.Count));
        Assert.Equal(["first", "too-many-pixels"], plan.Parts.Select(part => part.Cut.Code));
    }

    [Fact]
    public void A_part_has_no_more_bytes_than_the_destination_takes()
    {
        var photos = Shot.Walk(5).Select(photo => photo with { Size = 30_000_000_000 }).ToArray();

        Assert.Single(PlanFor(Rules with { MaxBytesPerPart = 150_000_000_000 }, photos).Parts);
        var plan = PlanFor(Rules with { MaxBytesPerPart = 149_999_999_999 }, photos);

        Assert.Equal([3, 2], plan.Parts.Select(part => part.Photos.Count));
        Assert.Equal(["first", "too-many-bytes"], plan.Parts.Select(part => part.Cut.Code));
        Assert.Equal(new CutMeasure(150_000_000_000, 149_999_999_999), plan.Parts[1].Measure);
    }

    [Fact]
    public void Pictures_of_more_than_two_thousand_million_pixels_together_are_counted_right()
    {
        var plan = PlanFor(Rules, [.. Shot.Walk(60).Select(photo => photo.Sized(20_000, 10_000))]);

        Assert.Equal([30, 30], plan.Parts.Select(part => part.Photos.Count));
        Assert.Equal(2, PlanFor(Rules, [.. Shot.Walk(2).Select(photo => photo.Sized(65_000, 65_000))]).Parts.Count);
    }

    [Fact]
    public void A_picture_of_unknown_size_counts_as_a_square_of_1024()
    {
        var three = Rules with { MaxPixelsPerPart = 3 * 1024 * 1024 };

        var plan = PlanFor(three, [.. Shot.Walk(4).Select(photo => photo.Sized(0, 0))]);

        Assert.Equal([2, 2], plan.Parts.Select(part => part.Photos.Count));
    }

    [Fact]
    public void A_picture_larger_than_a_part_may_be_stands_alone_instead_of_hanging_the_program()
    {
        var plan = PlanFor(Rules with { MaxPixelsPerPart = 1 }, Shot.Walk(3));

        Assert.Equal([1, 1, 1], plan.Parts.Select(part => part.Photos.Count));
    }

    [Fact]
    public void A_projection_that_the_destination_does_not_take_is_left_out_with_its_reason()
    {
        var plan = PlanFor(Rules, Shot.Of("a"), Shot.Of("b", 5, 10).Projected("cylindrical"), Shot.Of("c", 10, 20).Projected("equirectangular"));

        Assert.Equal(["a c"], plan.Parts.Select(Names));
        Assert.Equal(["/card/b projection-not-accepted"], plan.LeftOut.Select(left => $"{left.Path} {left.Reason.Code}"));
        Assert.Equal(3, plan.FileCount);
    }

    [Fact]
    public void A_run_of_which_no_photo_is_taken_makes_no_part()
    {
        var plan = PlanFor(Rules, Shot.Of("a").Projected("fisheye"), Shot.Of("b", 500, 10), Shot.Of("c", 505, 20));

        Assert.Equal(["b c"], plan.Parts.Select(Names));
        Assert.Equal(1, plan.Parts[0].Place);
    }

    [Theory]
    [InlineData("Air-Drone", true)]
    [InlineData("Powered-Drone", true)]
    [InlineData("Water-Helicopter", true)]
    [InlineData("Air-Hanglide", true)]
    [InlineData("Water-Boat", false)]
    [InlineData("Water-Kayak", false)]
    [InlineData("Snow-Snowmobile", false)]
    [InlineData("Other-Unlisted", false)]
    public void What_was_taken_from_the_air_is_refused_where_air_is_not_welcome(string transport, bool refused)
    {
        var arranged = ASequence.Of(transport).Arranging(Shot.Walk(2));

        Assert.Equal(refused ? Reason.TransportNotAccepted : null, Planning.Plan(arranged, "d", Rules).Refusal);
        Assert.Null(Planning.Plan(arranged, "d", Rules with { AcceptsAir = true }).Refusal);
    }

    [Fact]
    public void A_photo_alone_between_two_cuts_is_a_part_with_a_warning()
    {
        var plan = PlanFor(Rules, Shot.Of("a"), Shot.Of("b", 5, 10), Shot.Of("alone", 500, 20), Shot.Of("c", 1000, 30), Shot.Of("d", 1005, 40));

        Assert.Equal(["a b", "alone", "c d"], plan.Parts.Select(Names));
        Assert.Contains("single-photo-part", plan.Parts[1].Photos[0].Warnings);
        Assert.All(plan.Parts[0].Photos, photo => Assert.DoesNotContain("single-photo-part", photo.Warnings));
    }

    [Fact]
    public void A_zone_that_is_missing_stays_missing_in_the_plan()
    {
        var plan = PlanFor(Rules, Shot.Of("a").OnlyByClock(new NodaTime.LocalDateTime(2026, 5, 1, 12, 0)));

        Assert.True(plan.NeedsTimeZone);
    }

    [Fact]
    public void A_part_counts_the_bytes_of_its_files()
    {
        Assert.Equal(7000, Assert.Single(PlanFor(Rules, Shot.Walk(7)).Parts).Bytes);
    }

    private static Plan PlanFor(DestinationRules rules, params Photo[] photos) => Planning.Plan(ASequence.Arranged(photos), "somewhere", rules);

    private static string Names(PlannedPart part) => string.Join(' ', part.Photos.Select(photo => Path.GetFileNameWithoutExtension(photo.Photo.Path)));
}
