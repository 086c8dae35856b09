using System.Collections.Frozen;

namespace AgentEnhancer.Templates;

/// <summary>Technologies by the module that one imports to use them.</summary>
internal static class KnownTechnologies
{
    private static readonly FrozenDictionary<string, string> ByModule = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        // JavaScript and TypeScript
        ["react"] = "React", ["react-dom"] = "React", ["react-router"] = "React Router", ["react-router-dom"] = "React Router",
        ["react-hook-form"] = "React Hook Form", ["react-redux"] = "Redux", ["@reduxjs/toolkit"] = "Redux Toolkit", ["react-native"] = "React Native",
        ["@tanstack/react-query"] = "TanStack Query", ["@tanstack/react-table"] = "TanStack Table", ["@tanstack/react-router"] = "TanStack Router",
        ["next"] = "Next.js", ["next-auth"] = "Auth.js", ["next-intl"] = "next-intl", ["vue"] = "Vue", ["vue-router"] = "Vue Router", ["pinia"] = "Pinia",
        ["svelte"] = "Svelte", ["@sveltejs/kit"] = "SvelteKit", ["astro"] = "Astro", ["@angular/core"] = "Angular", ["@angular"] = "Angular", ["rxjs"] = "RxJS",
        ["solid-js"] = "Solid", ["express"] = "Express", ["fastify"] = "Fastify", ["hono"] = "Hono", ["koa"] = "Koa", ["@nestjs"] = "NestJS",
        ["zod"] = "Zod", ["yup"] = "Yup", ["axios"] = "Axios", ["@prisma/client"] = "Prisma", ["drizzle-orm"] = "Drizzle ORM", ["typeorm"] = "TypeORM",
        ["mongoose"] = "Mongoose", ["knex"] = "Knex", ["pg"] = "PostgreSQL", ["redis"] = "Redis", ["ioredis"] = "Redis", ["graphql"] = "GraphQL",
        ["@apollo"] = "Apollo", ["@trpc"] = "tRPC", ["vitest"] = "Vitest", ["jest"] = "Jest", ["@jest/globals"] = "Jest", ["@playwright/test"] = "Playwright",
        ["cypress"] = "Cypress", ["msw"] = "MSW", ["@testing-library"] = "Testing Library", ["vite"] = "Vite", ["tailwindcss"] = "Tailwind CSS",
        ["@radix-ui"] = "Radix UI", ["zustand"] = "Zustand", ["jotai"] = "Jotai", ["swr"] = "SWR", ["socket.io"] = "Socket.IO", ["bullmq"] = "BullMQ",
        ["@supabase"] = "Supabase", ["firebase"] = "Firebase", ["stripe"] = "Stripe", ["electron"] = "Electron", ["three"] = "Three.js",
        ["@storybook"] = "Storybook", ["pino"] = "Pino", ["winston"] = "Winston", ["openai"] = "OpenAI", ["@anthropic-ai"] = "Anthropic",
        // Python
        ["fastapi"] = "FastAPI", ["flask"] = "Flask", ["django"] = "Django", ["rest_framework"] = "Django REST Framework", ["starlette"] = "Starlette",
        ["pydantic"] = "Pydantic", ["pydantic_settings"] = "Pydantic Settings", ["sqlalchemy"] = "SQLAlchemy", ["sqlmodel"] = "SQLModel", ["alembic"] = "Alembic",
        ["celery"] = "Celery", ["pytest"] = "pytest", ["httpx"] = "HTTPX", ["requests"] = "Requests", ["aiohttp"] = "aiohttp", ["numpy"] = "NumPy",
        ["pandas"] = "pandas", ["torch"] = "PyTorch", ["tensorflow"] = "TensorFlow", ["sklearn"] = "scikit-learn", ["faststream"] = "FastStream",
        ["nats"] = "NATS", ["structlog"] = "structlog", ["click"] = "Click", ["typer"] = "Typer", ["langchain"] = "LangChain", ["langgraph"] = "LangGraph",
        ["mcp"] = "MCP", ["boto3"] = "AWS SDK", ["airflow"] = "Airflow", ["anthropic"] = "Anthropic", ["streamlit"] = "Streamlit", ["grpc"] = "gRPC",
        // .NET
        ["Microsoft.AspNetCore"] = "ASP.NET Core", ["Microsoft.EntityFrameworkCore"] = "Entity Framework Core", ["FastEndpoints"] = "FastEndpoints",
        ["FluentValidation"] = "FluentValidation", ["MediatR"] = "MediatR", ["Dapper"] = "Dapper", ["Npgsql"] = "Npgsql", ["Serilog"] = "Serilog",
        ["OpenTelemetry"] = "OpenTelemetry", ["Xunit"] = "xUnit", ["NUnit"] = "NUnit", ["Microsoft.VisualStudio.TestTools.UnitTesting"] = "MSTest",
        ["FluentAssertions"] = "FluentAssertions", ["NSubstitute"] = "NSubstitute", ["Moq"] = "Moq", ["Testcontainers"] = "Testcontainers", ["MassTransit"] = "MassTransit",
        ["Polly"] = "Polly", ["AutoMapper"] = "AutoMapper", ["NATS"] = "NATS", ["StackExchange.Redis"] = "Redis", ["Grpc"] = "gRPC", ["Microsoft.Maui"] = "MAUI",
        ["CommunityToolkit.Mvvm"] = "MVVM Toolkit", ["Avalonia"] = "Avalonia", ["Hangfire"] = "Hangfire", ["Quartz"] = "Quartz.NET", ["Microsoft.Extensions.Hosting"] = "Generic Host",
        ["Azure"] = "Azure SDK", ["Amazon"] = "AWS SDK", ["Bogus"] = "Bogus", ["HotChocolate"] = "Hot Chocolate", ["Marten"] = "Marten", ["Wolverine"] = "Wolverine",
        // Go
        ["net/http"] = "net/http", ["github.com/gin-gonic/gin"] = "Gin", ["github.com/labstack/echo"] = "Echo", ["github.com/go-chi/chi"] = "chi",
        ["github.com/gofiber/fiber"] = "Fiber", ["gorm.io/gorm"] = "GORM", ["github.com/jackc/pgx"] = "pgx", ["github.com/spf13/cobra"] = "Cobra",
        ["github.com/stretchr/testify"] = "Testify", ["google.golang.org/grpc"] = "gRPC", ["go.uber.org/zap"] = "Zap", ["github.com/nats-io/nats.go"] = "NATS",
        // Rust
        ["tokio"] = "Tokio", ["axum"] = "Axum", ["actix_web"] = "Actix Web", ["serde"] = "Serde", ["sqlx"] = "SQLx", ["diesel"] = "Diesel", ["tracing"] = "tracing",
        ["clap"] = "clap", ["reqwest"] = "reqwest", ["anyhow"] = "anyhow", ["thiserror"] = "thiserror", ["tonic"] = "Tonic", ["bevy"] = "Bevy",
        // JVM
        ["org.springframework.boot"] = "Spring Boot", ["org.springframework.data"] = "Spring Data", ["org.springframework.security"] = "Spring Security",
        ["org.springframework"] = "Spring", ["jakarta.persistence"] = "JPA", ["javax.persistence"] = "JPA", ["org.junit.jupiter"] = "JUnit 5", ["org.junit"] = "JUnit",
        ["org.mockito"] = "Mockito", ["lombok"] = "Lombok", ["io.ktor"] = "Ktor", ["kotlinx.coroutines"] = "Kotlin coroutines", ["io.quarkus"] = "Quarkus",
        ["io.micronaut"] = "Micronaut", ["androidx.compose"] = "Jetpack Compose", ["akka"] = "Akka", ["cats.effect"] = "Cats Effect", ["zio"] = "ZIO",
        // Others
        ["SwiftUI"] = "SwiftUI", ["UIKit"] = "UIKit", ["Vapor"] = "Vapor", ["XCTest"] = "XCTest", ["package:flutter"] = "Flutter", ["package:riverpod"] = "Riverpod",
        ["package:flutter_bloc"] = "Bloc", ["Illuminate"] = "Laravel", ["Symfony"] = "Symfony", ["PHPUnit"] = "PHPUnit", ["Doctrine"] = "Doctrine",
        ["rails"] = "Rails", ["rspec"] = "RSpec", ["rails_helper"] = "RSpec", ["spec_helper"] = "RSpec", ["sinatra"] = "Sinatra", ["sidekiq"] = "Sidekiq",
        ["Phoenix"] = "Phoenix", ["Ecto"] = "Ecto", ["ExUnit"] = "ExUnit", ["gtest"] = "GoogleTest", ["boost"] = "Boost",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Each once.</summary>
    public static IEnumerable<string> Names => ByModule.Values.Distinct(StringComparer.Ordinal);

    /// <summary>By the longest prefix of <paramref name="module"/> that ends at <c>/</c>, <c>.</c> or <c>::</c>.</summary>
    public static string? Find(string module)
    {
        for (var end = module.Length; end > 0; end = module.AsSpan(0, end).LastIndexOfAny("/.:\\"))
        {
            if (ByModule.TryGetValue(module[..end], out var technology))
            {
                return technology;
            }
        }

        return null;
    }
}
