namespace AgentEnhancer.Tests.Templates.Sections;

internal static class PythonFixtures
{
    /// <summary>Everything that has ever made a reader of indentation miss an end.</summary>
    public const string Hard = """"
        #!/usr/bin/env python3
        """A module's docstring

        def not_a_function():
            pass
        """
        import functools


        def one_line(): return 1


        def signature(
            a: int = (1),
            b: str = "):",  # def fake(x):
        ) -> dict[
            str, int
        ]:
            """Only a docstring,

        even at the margin,
            class NotAClass:
            """


        @functools.wraps(
            one_line,
        )
        # between decorator and definition
        @property

        async def decorated(self):
            text = """
        class Inside:
        def inside(): pass
        """
            return text

        # trailing at the margin
            # trailing, indented


        class Outer(dict, metaclass=type):
            '''Doc'''

            class Inner:
                x = 1

                def deep(self):
                    def deeper():
                        yield f"{self['a']} {{not}} ("
                        # a comment that ends nothing

                    return deeper

            def after(self): ...

            @staticmethod
            def continued(a, \
                          b):
                return a + \
                    b

            if True:
                def conditional(self):
                    pass
            else:
                def conditional(self):
                    return [
            1,
        2,
                    ]

            async def last(self):
                async with self as x, \
                        self as y:
                    await x
                raise ValueError('''
        ends at the margin''')


        try:
            from fast import loads
        except ImportError:
            def loads(text):
                return text
        else:
            pass

        if __name__ == "__main__":
            class Local:
                pass

            def main():
                return Local
            main()


        class Empty: pass
        class AlsoEmpty:
            """Doc"""
        def generic(x): return {
            "a": x,
        }
        def nested_strings(): return f"{'a' + '''b'''}"


        def tabs():
        	if True:
        		return 1
                # eight spaces are a tab's width


        def unicode_名前():
            return "ünï"
        """";
}
