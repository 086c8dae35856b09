using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Company.Api.Http;

/// <summary>A record's version as an HTTP entity tag: version 3 is <c>"3"</c>, with the quotation marks.</summary>
public static class EntityTag
{
    public static string Of(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <returns>Null where the header is missing or not a tag of ours.</returns>
    public static int? Version(StringValues header) =>
        header.ToString() is ['"', .. var digits, '"'] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : null;
}
