//! Walks over a value by way of its `Serialize`, and tells a [`Sink`] what it meets. So every output
//! shows the same keys as JSON, whatever kinds there are.

use std::fmt::{self, Display};

use serde::ser::{self, Serialize};

/// What is told of a value while it is walked over, in its order.
pub(super) trait Sink {
    /// The key of the value that comes next.
    fn key(&mut self, key: &str);
    /// A string.
    fn text(&mut self, text: &str);
    /// A whole number.
    fn number(&mut self, number: i128);
    /// A bare word: `true`, `false`, `null`.
    fn word(&mut self, word: &'static str);
    /// A list or a map begins.
    fn open(&mut self, bracket: char);
    /// It ends.
    fn close(&mut self, bracket: char);
}

/// Tells `sink` all that `value` holds.
pub(super) fn walk<S: Sink>(value: &(impl Serialize + ?Sized), sink: &mut S) -> Result<(), Refused> {
    value.serialize(Walk(sink))
}

/// Why a value cannot be walked over. No fact is refused.
#[derive(Debug)]
pub(super) struct Refused(String);

impl Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refused {}

impl ser::Error for Refused {
    fn custom<T: Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

struct Walk<'s, S>(&'s mut S);

/// A list or a map that has begun.
struct Inside<'s, S> {
    sink: &'s mut S,
    closing: &'static [char],
}

impl<'s, S: Sink> Walk<'s, S> {
    fn inside(self, opening: char, closing: &'static [char]) -> Inside<'s, S> {
        self.0.open(opening);
        Inside { sink: self.0, closing }
    }

    /// A variant with content is a map of one key.
    fn variant(self, name: &str, opening: char, closing: &'static [char]) -> Inside<'s, S> {
        self.0.open('{');
        self.0.key(name);
        self.inside(opening, closing)
    }
}

macro_rules! numbers {
    ($($method:ident: $number:ty,)*) => {
        $(fn $method(self, number: $number) -> Result<(), Refused> {
            self.0.number(number.into());
            Ok(())
        })*
    };
}

impl<'s, S: Sink> ser::Serializer for Walk<'s, S> {
    type Ok = ();
    type Error = Refused;
    type SerializeSeq = Inside<'s, S>;
    type SerializeTuple = Inside<'s, S>;
    type SerializeTupleStruct = Inside<'s, S>;
    type SerializeTupleVariant = Inside<'s, S>;
    type SerializeMap = Inside<'s, S>;
    type SerializeStruct = Inside<'s, S>;
    type SerializeStructVariant = Inside<'s, S>;

    numbers! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_i128: i128,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64,
    }

    fn serialize_f32(self, number: f32) -> Result<(), Refused> {
        self.serialize_f64(number.into())
    }

    fn serialize_f64(self, _: f64) -> Result<(), Refused> {
        Err(ser::Error::custom("a binary float has no exact value"))
    }

    fn serialize_bool(self, flag: bool) -> Result<(), Refused> {
        self.0.word(if flag { "true" } else { "false" });
        Ok(())
    }

    fn serialize_char(self, character: char) -> Result<(), Refused> {
        self.0.text(character.encode_utf8(&mut [0; 4]));
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Result<(), Refused> {
        self.0.text(text);
        Ok(())
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<(), Refused> {
        bytes.serialize(self)
    }

    fn serialize_none(self) -> Result<(), Refused> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Refused> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Refused> {
        self.0.word("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Refused> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Refused> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Refused> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Refused> {
        self.0.open('{');
        self.0.key(variant);
        walk(value, self.0)?;
        self.0.close('}');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Inside<'s, S>, Refused> {
        Ok(self.inside('[', &[']']))
    }

    fn serialize_tuple(self, _: usize) -> Result<Inside<'s, S>, Refused> {
        Ok(self.inside('[', &[']']))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Inside<'s, S>, Refused> {
        Ok(self.inside('[', &[']']))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Inside<'s, S>, Refused> {
        Ok(self.variant(variant, '[', &[']', '}']))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Inside<'s, S>, Refused> {
        Ok(self.inside('{', &['}']))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Inside<'s, S>, Refused> {
        Ok(self.inside('{', &['}']))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Inside<'s, S>, Refused> {
        Ok(self.variant(variant, '{', &['}', '}']))
    }
}

impl<S: Sink> Inside<'_, S> {
    fn finish(self) -> Result<(), Refused> {
        for &bracket in self.closing {
            self.sink.close(bracket);
        }
        Ok(())
    }
}

macro_rules! lists {
    ($($trait:ident: $method:ident,)*) => {
        $(impl<S: Sink> ser::$trait for Inside<'_, S> {
            type Ok = ();
            type Error = Refused;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
                walk(value, self.sink)
            }

            fn end(self) -> Result<(), Refused> {
                self.finish()
            }
        })*
    };
}

lists! {
    SerializeSeq: serialize_element,
    SerializeTuple: serialize_element,
    SerializeTupleStruct: serialize_field,
    SerializeTupleVariant: serialize_field,
}

macro_rules! structs {
    ($($trait:ident,)*) => {
        $(impl<S: Sink> ser::$trait for Inside<'_, S> {
            type Ok = ();
            type Error = Refused;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Refused> {
                self.sink.key(key);
                walk(value, self.sink)
            }

            fn end(self) -> Result<(), Refused> {
                self.finish()
            }
        })*
    };
}

structs! { SerializeStruct, SerializeStructVariant, }

impl<S: Sink> ser::SerializeMap for Inside<'_, S> {
    type Ok = ();
    type Error = Refused;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Refused> {
        walk(key, &mut Key(self.sink))
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        walk(value, self.sink)
    }

    fn end(self) -> Result<(), Refused> {
        self.finish()
    }
}

/// Takes the key of a map, which is a string or a number.
struct Key<'s, S>(&'s mut S);

impl<S: Sink> Sink for Key<'_, S> {
    fn key(&mut self, _: &str) {}

    fn text(&mut self, text: &str) {
        self.0.key(text);
    }

    fn number(&mut self, number: i128) {
        self.0.key(&number.to_string());
    }

    fn word(&mut self, word: &'static str) {
        self.0.key(word);
    }

    fn open(&mut self, _: char) {}

    fn close(&mut self, _: char) {}
}
