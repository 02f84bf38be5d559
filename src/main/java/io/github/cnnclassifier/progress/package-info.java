/**
 * Progress and cancellation of long computations, without any display: the host
 * implements {@link Progress}, the computation calls it. Uses nothing but the
 * JDK.
 */

package io.github.cnnclassifier.progress;
