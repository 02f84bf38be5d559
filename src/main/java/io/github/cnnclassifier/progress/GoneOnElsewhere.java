
package io.github.cnnclassifier.progress;

/**
 * The user goes on in another way, and this computation ends without results.
 * Nobody needs to be told that it was canceled.
 */
public final class GoneOnElsewhere extends CanceledException {

	private static final long serialVersionUID = 1L;
}
