using MapThePaths.App.Web.Sequences;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace MapThePaths.App.Web.Photos;

/// <summary>The photos of a sequence, and each of them.</summary>
internal static class PhotoRoutes
{
    private const string Jpeg = "image/jpeg";

    // A photo is known by its content, so the picture of an id never changes.
    private const string ForADay = "private, max-age=86400";

    public static void MapPhotos(this IEndpointRouteBuilder api)
    {
        api.MapGet("/sequences/{id:long}/photos", Columns);
        api.MapGet("/photos/{id:long}", Facts);
        api.MapGet("/photos/{id:long}/picture", Whole).Produces(StatusCodes.Status200OK, contentType: Jpeg);
        api.MapGet("/photos/{id:long}/thumbnail", Small).Produces(StatusCodes.Status200OK, contentType: Jpeg);
    }

    private static Ok<PhotoColumns> Columns(long id, Composition composition)
    {
        var arranged = composition.Flow.Arrange(composition.Meant(id));
        var captures = arranged.LeftOut.Count > 0 ? composition.Catalog.Pictures.Captures(id) : new Dictionary<long, Core.Model.Capture>();
        return TypedResults.Ok(PhotoColumns.Of(arranged, captures));
    }

    private static Ok<PhotoFacts> Facts(long id, Composition composition) => TypedResults.Ok(PhotoFacts.Of(
        composition.Catalog.Pictures.Photo(id) ?? throw new NotThereException($"There is no photo {id} in any sequence.")));

    private static FileStreamHttpResult Whole(long id, Composition composition, HttpResponse response)
    {
        response.Headers.CacheControl = ForADay;
        return TypedResults.Stream(Picture.Of(id, composition.Catalog), Jpeg, entityTag: new EntityTagHeaderValue($"\"{id}\""), enableRangeProcessing: true);
    }

    private static FileContentHttpResult Small(long id, Composition composition, HttpResponse response)
    {
        var picture = Picture.Thumbnail(id, composition.Catalog) ?? throw new NotThereException("The camera put no small picture into this photo.");
        response.Headers.CacheControl = ForADay;
        return TypedResults.Bytes(picture, Jpeg, entityTag: new EntityTagHeaderValue($"\"{id}s\""));
    }
}
