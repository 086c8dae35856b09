using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Company.Api.Auth;

public static class Policies
{
    public const string Read = "warehouses.read";
    public const string Write = "warehouses.write";
}

public static class Access
{
    /// <summary>Bearer tokens of one issuer, and a policy for each scope.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme)
            .AddJwtBearer(options =>
            {
                options.Authority = configuration["Auth:Authority"];
                options.Audience = configuration["Auth:Audience"];
                // Keep the names of claims as the token has them.
                options.MapInboundClaims = false;
            });
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Read, policy => policy.RequireAssertion(c => HasScope(c.User, Policies.Read) || HasScope(c.User, Policies.Write)))
            .AddPolicy(Policies.Write, policy => policy.RequireAssertion(c => HasScope(c.User, Policies.Write)));
        return services;
    }

    /// <summary>A token carries its scopes in one claim, with spaces between them. Never compare the claim as a whole.</summary>
    private static bool HasScope(System.Security.Claims.ClaimsPrincipal user, string scope) =>
        user.FindFirst("scope")?.Value.Split(' ').Contains(scope, StringComparer.Ordinal) == true;
}
