
package io.github.cnnclassifier.workflow.label;

import java.time.Clock;

import io.github.cnnclassifier.image.ImageWriter;

/**
 * What is needed to write labels.
 *
 * @param writer of copies of crops
 * @param who gives the labels; may be empty
 * @param clock tells when
 */
record Writing(ImageWriter writer, String who, Clock clock) {
}
