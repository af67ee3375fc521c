"""What Discord answers when it refuses, in its own JSON."""


class RefusedError(Exception):
    """An error answer. `wrong` says that the client broke a rule, and did not just meet bad luck."""

    def __init__(self, status, code, message, errors=None, *, wrong=False, headers=None):
        super().__init__(f"{status} {code} {message} {errors or ''}".strip())
        self.status, self.code, self.message = status, code, message
        self.errors, self.wrong, self.headers = errors, wrong, headers or {}

    @property
    def body(self):
        body = {"message": self.message, "code": self.code}
        return body | {"errors": self.errors} if self.errors else body


def unauthorized():
    return RefusedError(401, 0, "401: Unauthorized", wrong=True)


def unknown(thing, *, wrong=False):
    code = {"Application": 10002, "Channel": 10003, "Guild": 10004, "Message": 10008, "User": 10013,
            "Webhook": 10015, "Interaction": 10062, "application command": 10063}[thing]  # fmt: skip
    return RefusedError(404, code, f"Unknown {thing}", wrong=wrong)


def missing_access():
    return RefusedError(403, 50001, "Missing Access")


def missing_permissions():
    return RefusedError(403, 50013, "Missing Permissions")


def empty_message():
    return RefusedError(400, 50006, "Cannot send an empty message", wrong=True)


def too_large():
    return RefusedError(413, 40005, "Request entity too large")


class Form:
    """Collects what is wrong with a body, as Discord lists it: a tree by the path of each field."""

    def __init__(self):
        self._tree = {}

    def wrong(self, path, code, message):
        """Note one mistake at a path such as `components.0.label`."""
        node = self._tree
        for part in str(path).split("."):
            node = node.setdefault(part, {})
        node.setdefault("_errors", []).append({"code": code, "message": message})

    def length(self, path, text, low, high):
        """Demand a text of `low` to `high` characters."""
        if not isinstance(text, str):
            self.wrong(path, "BASE_TYPE_BAD_TYPE", "Must be a string.")
        elif not low <= len(text) <= high:
            said = f"Must be between {low} and {high} in length."
            self.wrong(path, "BASE_TYPE_BAD_LENGTH", said)

    def within(self, path, number, low, high):
        """Demand a whole number of `low` to `high`."""
        if not isinstance(number, int) or isinstance(number, bool):
            self.wrong(path, "NUMBER_TYPE_COERCE", f'Value "{number}" is not int.')
        elif not low <= number <= high:
            self.wrong(path, "NUMBER_TYPE_RANGE", f"Value should be from {low} to {high}.")

    def count(self, path, things, low, high):
        """Demand a list of `low` to `high` things; whether it can be read on."""
        if not isinstance(things, list):
            self.wrong(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
            return False
        if not low <= len(things) <= high:
            said = f"Must be between {low} and {high} in length."
            self.wrong(path, "BASE_TYPE_BAD_LENGTH", said)
        return True

    def one_of(self, path, value, allowed):
        """Demand one of some values; whether it is."""
        if value in allowed:
            return True
        said = f"Value must be one of {{{', '.join(map(str, allowed))}}}."
        self.wrong(path, "BASE_TYPE_CHOICES", said)
        return False

    def check(self):
        """Refuse the body if anything was wrong with it."""
        if self._tree:
            raise RefusedError(400, 50035, "Invalid Form Body", self._tree, wrong=True)
