using System.Globalization;
using System.Runtime.CompilerServices;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentEnhancer.Tests.Templates.Reading;

/// <summary>The compiler's own parser says where types and members begin and end.</summary>
[TestClass]
public sealed class Units_against_Roslyn
{
    private const double Bar = 0.99;

    [TestMethod]
    public void Types_and_members_begin_and_end_where_Roslyn_says()
    {
        var files = Sources().ToArray();
        files.Length.Should().BeGreaterThanOrEqualTo(25);

        var (expected, missing, extra) = (0, new List<string>(), new List<string>());
        foreach (var file in files)
        {
            var text = File.ReadAllText(file).ReplaceLineEndings("\n");
            var ours = UnitReader.Read(Lexer.Lex(text, "csharp"), "csharp")
                .Where(u => u.Kind is not (UnitKind.Value or UnitKind.Statements))
                .Select(u => $"{u.Name} {u.Span}").ToHashSet(StringComparer.Ordinal);
            var theirs = Definitions(text).ToHashSet(StringComparer.Ordinal);
            expected += theirs.Count;
            missing.AddRange(theirs.Except(ours, StringComparer.Ordinal).Select(u => $"{Path.GetFileName(file)}: {u}"));
            extra.AddRange(ours.Except(theirs, StringComparer.Ordinal).Select(u => $"{Path.GetFileName(file)}: {u}"));
        }

        var report = string.Create(CultureInfo.InvariantCulture, $"{expected} units; missing {string.Join("; ", missing)}; extra {string.Join("; ", extra)}");
        expected.Should().BeGreaterThan(300);
        (1 - ((double)missing.Count / expected)).Should().BeGreaterThanOrEqualTo(Bar, report);
        (1 - ((double)extra.Count / expected)).Should().BeGreaterThanOrEqualTo(Bar, report);
    }

    private static IEnumerable<string> Sources([CallerFilePath] string here = "")
    {
        var root = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (root is not null && !root.EnumerateFiles("*.sln").Any())
        {
            root = root.Parent;
        }

        var separator = Path.DirectorySeparatorChar;
        return Directory.EnumerateFiles(root!.FullName, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{separator}obj{separator}", StringComparison.Ordinal) && !file.Contains($"{separator}bin{separator}", StringComparison.Ordinal)
                && !file.Contains($"Fixtures{separator}Units", StringComparison.Ordinal)) // with placeholders, and so no C#
            .Order(StringComparer.Ordinal);
    }

    /// <summary>Types and members, by the rules of a unit: plain properties, fields and local functions are none.</summary>
    private static IEnumerable<string> Definitions(string text)
    {
        var tree = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview));
        foreach (var node in tree.GetRoot().DescendantNodes(n => n is not BlockSyntax))
        {
            if (Name(node) is { } name && node is not BaseFieldDeclarationSyntax && !IsPlain(node, tree))
            {
                yield return $"{name} {Span(node, tree, text)}";
            }
        }
    }

    private static string? Name(SyntaxNode node) => node switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        DelegateDeclarationSyntax type => type.Identifier.ValueText,
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
        DestructorDeclarationSyntax destructor => "~" + destructor.Identifier.ValueText,
        OperatorDeclarationSyntax op => "operator " + op.OperatorToken.ValueText,
        ConversionOperatorDeclarationSyntax conversion => "operator " + conversion.Type,
        IndexerDeclarationSyntax => "this",
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        LocalFunctionStatementSyntax { Parent: GlobalStatementSyntax } function => function.Identifier.ValueText,
        _ => null,
    };

    private static bool IsPlain(SyntaxNode node, SyntaxTree tree)
    {
        if (node is not PropertyDeclarationSyntax property)
        {
            return false;
        }

        var first = property.AttributeLists.Count > 0 ? property.AttributeLists.Last().GetLastToken().GetNextToken() : property.GetFirstToken();
        var span = tree.GetLineSpan(new Microsoft.CodeAnalysis.Text.TextSpan(first.SpanStart, property.Span.End - first.SpanStart));
        return span.StartLinePosition.Line == span.EndLinePosition.Line
            || (property.Initializer is null && property.ExpressionBody is null
                && property.AccessorList!.Accessors.All(a => a.Body is null && a.ExpressionBody is null));
    }

    private static LineSpan Span(SyntaxNode node, SyntaxTree tree, string text)
    {
        var lines = text.Split('\n');
        var span = tree.GetLineSpan(node.Span);
        var first = span.StartLinePosition.Line;
        var comments = node.GetLeadingTrivia()
            .Where(t => t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia)
                || t.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia) || t.IsKind(SyntaxKind.MultiLineDocumentationCommentTrivia))
            .Select(t => tree.GetLineSpan(t.Span))
            .Reverse();
        foreach (var comment in comments)
        {
            var end = comment.EndLinePosition.Character == 0 ? comment.EndLinePosition.Line - 1 : comment.EndLinePosition.Line;
            if (end != first - 1 || lines[end].Contains("──", StringComparison.Ordinal) || lines[end].Contains("----", StringComparison.Ordinal))
            {
                break;
            }

            first = comment.StartLinePosition.Line;
        }

        return new LineSpan(first + 1, span.EndLinePosition.Line + 1);
    }
}
