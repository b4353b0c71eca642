using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.MapillaryV3.Pictures;

namespace MapThePaths.Emulator.MapillaryV3.Queries;

/// <summary>The filters that sequences (§7) and images (§8.1) share.</summary>
internal sealed class OwnerFilter(QueryReader query, Accounts accounts)
{
    private readonly IReadOnlyList<string>? _userKeys = query.List("userkeys");
    private readonly IReadOnlyList<string>? _usernames = query.List("usernames");
    private readonly IReadOnlyList<string>? _organizationKeys = query.List("organization_keys");
    private readonly IReadOnlyList<string>? _sequenceKeys = query.List("sequence_keys");
    private readonly bool? _private = query.Flag("private");
    private readonly DateTimeOffset? _start = query.Time("start_time");
    private readonly DateTimeOffset? _end = query.Time("end_time");

    /// <summary>"Since" takes its moment in, "before" leaves it out: inferred (§7).</summary>
    public bool Matches(Owner owner, string sequenceKey, DateTimeOffset capturedAt)
    {
        var account = accounts.ById(owner.AccountId)!;
        return _userKeys?.Contains(account.Key) != false
            && _usernames?.Contains(account.Username) != false
            && (_organizationKeys is null || (owner.OrganizationKey is { } organization && _organizationKeys.Contains(organization)))
            && _sequenceKeys?.Contains(sequenceKey) != false
            && (_private is null || owner.IsPrivate == _private)
            && (_start is null || capturedAt >= _start)
            && (_end is null || capturedAt < _end);
    }
}
