using MapThePaths.Core.Destinations;

namespace MapThePaths.Destinations.Http;

/// <summary>Something that is worth several tries.</summary>
/// <param name="Name">Begins messages: <c>mapillary: sending IMG_1.jpg</c>.</param>
/// <param name="WhenRefused">What a refusal in the service's own words means here.</param>
/// <param name="Watch">Told of each wait; null when it is no photo's.</param>
internal sealed record Operation(string Name, RetryLimits Limits, FailureKind WhenRefused, IUploadWatch? Watch = null);
