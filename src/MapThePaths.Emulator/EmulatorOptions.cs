using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.MapThePathsWeb;

namespace MapThePaths.Emulator;

/// <summary>How an emulator starts. Every default suits a test.</summary>
public sealed record EmulatorOptions
{
    /// <summary>Port on 127.0.0.1; 0 takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>
    /// Where bytes and the journal are kept; a later emulator on the same folder goes on with them, also after a kill.
    /// Null: a private temporary folder, deleted on dispose.
    /// </summary>
    public string? StateFolder { get; init; }

    /// <summary>Seconds between a finish call and the moment its images exist; 0 makes them exist at once.</summary>
    public double ProcessingSeconds { get; init; }

    /// <summary>Scripted faults, asked in this order.</summary>
    public IReadOnlyList<FaultRule> Faults { get; init; } = [];

    /// <summary>The calendar: processing, and expiry of tokens, codes and handles. Delays on the wire are always real time.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Which Map the Paths Web is stood in for.</summary>
    public WebGeneration WebGeneration { get; init; }

    /// <summary>Map the Paths Web's own app at Mapillary, where that is not the uploader's; null: it is.</summary>
    public string? WebMapillaryClientId { get; init; }

    /// <summary>The callback registered for the apps; <c>redirect_uri</c> must equal it exactly.</summary>
    public string CallbackUrl { get; init; } = "http://localhost:8763/";

    /// <summary>Added to every call as one round trip of a slow line; 0 adds nothing.</summary>
    public int LatencyMs { get; init; }

    /// <summary>
    /// How much of each uploaded file is kept; the rest is counted and thrown away. For measuring a client without measuring our disk:
    /// 262144 holds the header of a photo, so that images still appear. A shortened file does not outlive the process.
    /// </summary>
    public long KeptBytesPerFile { get; init; } = long.MaxValue;

    /// <summary>What all uploads together may bring in a second; 0 means unlimited.</summary>
    public long BandwidthBytesPerSecond { get; init; }
}
