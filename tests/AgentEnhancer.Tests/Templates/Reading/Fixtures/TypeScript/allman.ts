export class Allman
{
    private value = 0;

    public add(other: number): number
    {
        return this.value + other;
    }
}

export function outer(): void
{
    function inner() { return 1; }
    inner();
}

export interface Empty
{
}

export const later = async () =>
{
    await outer();
};
