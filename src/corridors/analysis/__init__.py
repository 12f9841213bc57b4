"""Pure calculations: frames in, frames out; nothing here reaches the store."""
