/**
 * The commands in the menus: inputs as fields, one workflow call, outputs. The
 * names of the fields are what macros and the start script say, so they are
 * never changed. {@link ClassifierCommand} does what all of them share.
 */

package io.github.cnnclassifier.command;
