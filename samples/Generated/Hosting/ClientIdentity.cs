namespace Library.Hosting;

/// <summary>Who is calling.</summary>
public interface IClientIdentity
{
    string Name { get; }
}

/// <summary>Takes the name from a header that the gateway sets. Never expose the service without that gateway.</summary>
public sealed class HeaderClientIdentity(IHttpContextAccessor accessor) : IClientIdentity
{
    public const string Header = "X-Reader";

    public string Name
    {
        get
        {
            var name = accessor.HttpContext?.Request.Headers[Header].ToString();
            return string.IsNullOrEmpty(name)
                ? throw new BadHttpRequestException($"The header {Header} is required.", StatusCodes.Status401Unauthorized)
                : name;
        }
    }
}
