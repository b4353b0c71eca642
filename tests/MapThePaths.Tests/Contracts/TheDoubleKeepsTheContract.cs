using System.Security.Cryptography;
using MapThePaths.Core.Destinations;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Contracts;

/// <summary>The destination in memory that the tests of Core send to is one.</summary>
public sealed class TheDoubleKeepsTheContract : DestinationContract
{
    private protected override Task<DestinationUnderTest> StartAsync() => Task.FromResult<DestinationUnderTest>(new Double());

    private sealed class Double : DestinationUnderTest
    {
        private readonly ScriptedDestination _scripted = new();

        public Double() => ClearTrouble();

        public override PhotoDestination Destination => _scripted.Contracts;

        public override void Meet(Trouble trouble)
        {
            switch (trouble)
            {
                case Trouble.TokenRefused:
                    FailWherever(Fail(FailureKind.SignInNeeded));
                    break;
                case Trouble.NobodyAnswers:
                    FailWherever(Fail(FailureKind.Unreachable));
                    break;
                case Trouble.PhotoRefused:
                    var refuse = Once(Fail(FailureKind.PhotoRefused));
                    _scripted.WhenSending = _ => Task.Run(refuse);
                    break;
                case Trouble.PublishingRefused:
                    _scripted.BeforePublishing = Once(Fail(FailureKind.PartRefused));
                    break;
                case Trouble.PublishingAnswerLost:
                    _scripted.AfterPublishing += Fail(FailureKind.Unclear);
                    break;
                case Trouble.PublishingAnswerHeld:
                    _scripted.HoldsAnswer = true;
                    break;
                default:
                    // It has no line that could be bad: what a real one goes through inside does not happen.
                    break;
            }
        }

        public override void ClearTrouble()
        {
            FailWherever(() => { });
            _scripted.WhenLooking = null;
            _scripted.AfterPublishing = () => _scripted.Show();
        }

        public override Task PublishingIsUnderWayAsync() => Task.CompletedTask;

        public override Task<IReadOnlyList<IReadOnlyList<string>>> PublishedAsync()
        {
            var keys = _scripted.Arrived.DistinctBy(photo => photo.Name)
                .ToDictionary(photo => photo.Name, photo => Convert.ToHexStringLower(SHA256.HashData(photo.Bytes)), StringComparer.Ordinal);
            return Task.FromResult<IReadOnlyList<IReadOnlyList<string>>>(
                [.. _scripted.Published.Select(names => names.Split(' ').Select(name => keys[name]).ToList())]);
        }

        public override Task<byte[]> HeldAsync(PhotoBody photo) =>
            Task.FromResult(_scripted.Arrived.Last(arrived => arrived.Name == Path.GetFileName(photo.Path)).Bytes);

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private void FailWherever(Action fail)
        {
            _scripted.WhenAskedWhoIAm = fail;
            _scripted.WhenSending = _ => Task.Run(fail);
            _scripted.WhenCompleting = fail;
            _scripted.BeforePublishing = fail;
            _scripted.WhenAskedForSequence = fail;
            _scripted.WhenLooking = _ =>
            {
                fail();
                return new Sighting([], Failure: null);
            };
        }

        private static Action Fail(FailureKind kind) => () => throw new DestinationException(kind, "scripted", "Scripted trouble.");

        private static Action Once(Action action)
        {
            Action? next = action;
            return () => Interlocked.Exchange(ref next, null)?.Invoke();
        }
    }
}
