/**
 * Windows that listen to a running computation, or ask it something, and never
 * compute themselves.
 */

package io.github.cnnclassifier.ui;
