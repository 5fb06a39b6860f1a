pub(super) fn may_be(_c: char) -> bool { false }
