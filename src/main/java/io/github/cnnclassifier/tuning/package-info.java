/**
 * The search for better settings of a training: what may be varied, in which
 * order it is tried, what is kept on disk, and when a difference counts. It
 * sees of images only how many were answered rightly on the validation side.
 */

package io.github.cnnclassifier.tuning;
