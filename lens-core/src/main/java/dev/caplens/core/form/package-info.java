/// What the text formats share. Not part of the API.
///
/// On the way out [Layout][dev.caplens.core.form.Layout] decides where lines break and
/// [Decimals][dev.caplens.core.form.Decimals] how floats are spelled, both as the reference tool
/// does; both deal in bytes, since texts of messages need not be UTF-8. On the way in
/// [Pieces][dev.caplens.core.form.Pieces] are the messages of a stream, and a
/// [Target][dev.caplens.core.form.Target] is the place for a value.
@NullMarked
package dev.caplens.core.form;

import org.jspecify.annotations.NullMarked;
