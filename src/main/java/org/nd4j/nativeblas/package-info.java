/**
 * Not a package of ours: it holds the one class that Deeplearning4j 1.0.0-M2.1
 * looks for here, under the name that it had before it moved, when it decides
 * whether its oneDNN layers may be used.
 */

package org.nd4j.nativeblas;
