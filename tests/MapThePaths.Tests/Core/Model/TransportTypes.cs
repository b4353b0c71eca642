using MapThePaths.Core.Model;

namespace MapThePaths.Tests.Core.Model;

public sealed class TransportTypes
{
    [Fact]
    public void There_are_38_children_of_five_parents()
    {
        var counts = TransportType.All.GroupBy(type => type.Parent).Select(parent => $"{parent.Key} {parent.Count()}");

        Assert.Equal(["Earth 11", "Snow 5", "Water 12", "Air 9", "Other 1"], counts);
    }

    [Fact]
    public void Each_is_understood_as_it_is_written()
    {
        Assert.All(TransportType.All, type => Assert.Equal(type, TransportType.Parse(type.ToString())));
    }

    [Theory]
    [InlineData("Air-Plane", "Plane")]
    [InlineData("Air-Helicopter", "Helicopter")]
    [InlineData("Air-Drone", "Drone")]
    [InlineData("Air-Parachute", "Parachute")]
    [InlineData("Air-Paraglide", "Paraglide")]
    [InlineData("Air-Hang Glide", "Hang Glide")]
    [InlineData("Air-Wingsuit", "Wingsuit")]
    [InlineData("Air-BASE Jump", "BASE Jump")]
    [InlineData("Air-Glider", "Glider")]
    [InlineData("Air-Hanglide", "Hang Glide")]
    [InlineData("Powered-Hanglide", "Hang Glide")]
    [InlineData("Powered-Drone", "Drone")]
    [InlineData("Powered-Plane", "Plane")]
    [InlineData("Powered-Helicopter", "Helicopter")]
    [InlineData("Water-Drone", "Drone")]
    [InlineData("Water-Plane", "Plane")]
    [InlineData("Water-Helicopter", "Helicopter")]
    [InlineData("Earth-Glider", "Glider")]
    [InlineData("air-hang_glide", "Hang Glide")]
    [InlineData("AIR-HANG-GLIDE", "Hang Glide")]
    [InlineData("air-base_jump", "BASE Jump")]
    [InlineData(" Air - Drone ", "Drone")]
    [InlineData("pOwErEd-dRoNe", "Drone")]
    public void What_flies_is_Air_whatever_parent_and_spelling_a_file_gives_it(string text, string child)
    {
        foreach (var spelling in (string[])[text, text.ToUpperInvariant(), text.ToLowerInvariant()])
        {
            var type = TransportType.Parse(spelling);

            Assert.Equal(new TransportType("Air", child), type);
            Assert.True(type!.IsAir);
        }
    }

    [Theory]
    [InlineData("Water-Boat", "Water-Boat")]
    [InlineData("Powered-Boat", "Water-Boat")]
    [InlineData("water-kayak", "Water-Kayak")]
    [InlineData("Powered-Snowmobile", "Snow-Snowmobile")]
    [InlineData("Snow-Snowmobile", "Snow-Snowmobile")]
    [InlineData("Other-Unlisted", "Other-Unlisted")]
    [InlineData("Unlisted-Unlisted", "Other-Unlisted")]
    [InlineData("Land-Walk", "Earth-Walk")]
    [InlineData("Powered-Electric Car", "Earth-Electric Car")]
    [InlineData("EARTH-ELECTRIC_CAR", "Earth-Electric Car")]
    [InlineData("Earth-rockclimbing", "Earth-Rock Climbing")]
    public void What_does_not_fly_is_no_Air(string text, string expected)
    {
        var type = TransportType.Parse(text);

        Assert.Equal(expected, type?.ToString());
        Assert.False(type!.IsAir);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("Walk")]
    [InlineData("-Walk")]
    [InlineData("Earth-")]
    [InlineData("Earth-Drones")]
    [InlineData("Space-Walk")]
    [InlineData("Air-Balloon")]
    [InlineData("Air_Drone")]
    public void What_nobody_knows_is_not_guessed(string text)
    {
        Assert.Null(TransportType.Parse(text));
    }
}
