
package io.github.cnnclassifier.imagej;

/**
 * Where the thing is that a row of a table is about. For the event dispatch
 * thread.
 */
public interface RowPlace {

	/** Shows it, without raising a window. */
	void select();

	/** Raises the window that shows it. */
	void raise();
}
