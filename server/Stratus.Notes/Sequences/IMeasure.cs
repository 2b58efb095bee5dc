namespace Stratus.Notes.Sequences;

/// <summary>What there is to know of a stretch of a sequence, so small that it is kept for every stretch that the tree is made of.</summary>
/// <typeparam name="TSelf">The measure itself.</typeparam>
public interface IMeasure<TSelf>
    where TSelf : struct, IMeasure<TSelf>
{
    /// <summary>The measure of two stretches, one after the other. Associative; <c>default</c> is that of nothing.</summary>
    static abstract TSelf operator +(TSelf left, TSelf right);
}

/// <summary>Something that a sequence is made of.</summary>
/// <typeparam name="TMeasure">What is known of it.</typeparam>
public interface IMeasured<TMeasure>
    where TMeasure : struct, IMeasure<TMeasure>
{
    /// <summary>What is known of it; never changes.</summary>
    TMeasure Measure { get; }
}
