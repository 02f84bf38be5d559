/**
 * Files that appear whole or not at all: {@link WholeFile} writes them in one
 * go, {@link PendingFile} bit by bit, {@link Outputs} checks beforehand that
 * they can be written, {@link DiskTrouble} tells what went wrong.
 * {@link ScratchFile} is for what a run needs only while it lasts. Uses nothing
 * but the JDK and the errors meant for the user.
 */

package io.github.cnnclassifier.storage;
