namespace Stratus.Benchmarks;

/// <summary>Measured values of one kind, in one unit.</summary>
internal sealed class Series
{
    private readonly List<double> _values = [];

    public int Count => _values.Count;

    public double Median => Percentile(50);

    public double Mean => _values.Count == 0 ? double.NaN : _values.Average();

    public void Clear() => _values.Clear();

    public void Add(double value) => _values.Add(value);

    public void AddAll(Series other) => _values.AddRange(other._values);

    /// <summary>The value that this share of the values, in per cent, does not exceed (nearest rank); NaN where there are none.</summary>
    public double Percentile(double share)
    {
        if (_values.Count == 0)
        {
            return double.NaN;
        }

        var sorted = _values.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(sorted.Length * share / 100) - 1, 0, sorted.Length - 1)];
    }
}
