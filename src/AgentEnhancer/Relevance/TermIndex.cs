namespace AgentEnhancer.Relevance;

/// <summary>An inverted index with BM25 scores: a query costs as much as there are matches, not documents.</summary>
internal sealed class TermIndex
{
    private const double Saturation = 1.2;
    private const double LengthWeight = 0.75;

    /// <summary>About as many templates of other subjects as a small set lacks.</summary>
    private const int Others = 8;

    private readonly Dictionary<string, List<(int Document, double Count)>> _postings = new(StringComparer.Ordinal);
    private readonly double[] _lengths;
    private readonly double _averageLength;

    /// <param name="documents">By document: its terms with their weighted counts.</param>
    public TermIndex(IReadOnlyList<IReadOnlyDictionary<string, double>> documents)
    {
        _lengths = new double[documents.Count];
        for (var i = 0; i < documents.Count; i++)
        {
            // Sorted, so that sums of doubles come out the same on every machine.
            foreach (var (term, count) in documents[i].OrderBy(p => p.Key, StringComparer.Ordinal))
            {
                if (!_postings.TryGetValue(term, out var list))
                {
                    _postings[term] = list = [];
                }

                list.Add((i, count));
                _lengths[i] += count;
            }
        }

        _averageLength = documents.Count == 0 ? 1 : Math.Max(1, _lengths.Average());
    }

    /// <summary>How much a term tells: rare terms tell more; one that no document has tells nothing.</summary>
    public double Weight(string term)
    {
        if (!_postings.TryGetValue(term, out var list))
        {
            return 0;
        }

        return Math.Log(1 + ((_lengths.Length - list.Count + 0.5) / (list.Count + 0.5)));
    }

    /// <summary>
    /// How much it tells that a document has a term, as if these documents stood among others of any subject: in a set of one subject its
    /// words stand everywhere, and are its words all the same. A term that no document has weighs most of all: it is what they miss.
    /// </summary>
    public double WeightAmongOthers(string term)
    {
        var having = _postings.TryGetValue(term, out var list) ? list.Count : 0;
        return Math.Log(1 + ((_lengths.Length + Others - having + 0.5) / (having + 0.5)));
    }

    /// <summary>Scores by document; 0 for one without any term of the query.</summary>
    public double[] Score(IEnumerable<KeyValuePair<string, double>> query)
    {
        var scores = new double[_lengths.Length];
        foreach (var (term, weight) in query.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            if (!_postings.TryGetValue(term, out var list))
            {
                continue;
            }

            var factor = weight * Weight(term);
            foreach (var (document, count) in list)
            {
                var norm = Saturation * (1 - LengthWeight + (LengthWeight * _lengths[document] / _averageLength));
                scores[document] += factor * count * (Saturation + 1) / (count + norm);
            }
        }

        return scores;
    }
}
